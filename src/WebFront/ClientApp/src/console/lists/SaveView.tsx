import { useState } from 'preact/hooks';
import { newId } from '../../follow/chatClient';
import type { Priority, Status, ViewFilter } from '../api/wire';
import { Dialog } from '../parts/Dialog';
import { useParts, useStaff } from '../parts/context';
import { Field } from '../session/Field';
import { filterOf } from '../state/lines';
import { say } from '../words';
import { FilterSelect } from './FilterSelect';

const priorities: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];
const statuses: readonly Status[] = ['open', 'waiting', 'with-agent', 'resolved'];

/** Keeps what the list shows, narrowed as wanted, as a view of its own. */
export function SaveView() {
  const { client, ui } = useParts();
  const { view, views, agents, seat } = useStaff((s) => s);
  const [name, setName] = useState('');
  const [filter, setFilter] = useState<ViewFilter>(() => filterOf(view, views));
  const [isShared, setShared] = useState(false);
  const close = () => ui.show({ dialog: null });
  const shown = view.startsWith('saved:') ? views.find((v) => `saved:${v.id}` === view) : undefined;

  const change = (key: keyof ViewFilter) => (value: string) => {
    const { [key]: _, ...others } = filter;
    setFilter(value === '' ? others : { ...others, [key]: value });
  };
  const run = async (done: () => Promise<unknown>, to: () => void) => {
    close();
    try {
      await done();
      await client.loadViews();
      to();
    } catch (e) {
      client.tellProblem(e);
    }
  };
  const submit = (e: Event) => {
    e.preventDefault();
    const id = newId();
    void run(() => client.api.putView({ id, name: name.trim(), filter, shared: isShared }), () => client.go('inbox', `saved:${id}`));
  };
  return (
    <Dialog label={say('saveView')} onClose={close}>
      <form class="form" onSubmit={submit}>
        <Field label={say('viewName')} value={name} onValue={setName} />
        <FilterSelect label={say('searchStatus')} value={filter.status ?? ''} options={statuses.map((s) => [s, say(`status.${s}`)])} onValue={change('status')} />
        <FilterSelect label={say('priority')} value={filter.priority ?? ''} options={priorities.map((p) => [p, say(`priority.${p}`)])} onValue={change('priority')} />
        <FilterSelect label={say('searchAgent')} value={filter.agent ?? ''} options={[...agents.values()].map((a) => [a.agentId, a.profile.name])} onValue={change('agent')} />
        <Field label={say('filterTag')} value={filter.tag ?? ''} onValue={change('tag')} isRequired={false} />
        {seat.role !== 'agent' && <label class="check"><input type="checkbox" checked={isShared} onChange={(e) => setShared(e.currentTarget.checked)} />{say('shareView')}</label>}
        <div class="form-foot">
          {shown !== undefined && <button type="button" class="link danger" onClick={() => void run(() => client.api.deleteView(shown.id), () => client.go('inbox', 'all'))}>{say('deleteView', { name: shown.name })}</button>}
          <span class="spring" />
          <button type="button" class="secondary" onClick={close}>{say('cancel')}</button>
          <button type="submit" class="primary">{say('save')}</button>
        </div>
      </form>
    </Dialog>
  );
}
