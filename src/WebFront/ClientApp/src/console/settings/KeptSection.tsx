import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { newId } from '../../follow/chatClient';
import { useParts } from '../parts/context';
import { say } from '../words';
import { ConfirmDialog } from './ConfirmDialog';
import { EditForm } from './EditForm';

interface Props<T> {
  readonly title: string;
  readonly hint: string;
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly line: (item: T) => ComponentChildren;
  readonly add: string;
  /** A new one, but for its id. */
  readonly blank: Omit<T, 'id'>;
  readonly put: (item: T) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  /** The fields of the one that is edited. */
  readonly fields: (edited: T, edit: (item: T) => void) => ComponentChildren;
}

/** What supervisors keep for everybody: a list, of which one at a time is edited. */
export function KeptSection<T extends { readonly id: string }>({ title, hint, items, nameOf, line, add, blank, put, remove, fields }: Props<T>) {
  const { client } = useParts();
  const [edited, edit] = useState<T | null>(null);
  const [begun, begin] = useState<T | null>(null);
  const open = (item: T) => client.unsaved.leave(() => { begin(item); edit(item); });
  const [leaving, setLeaving] = useState<T | null>(null);
  // Another one may be open by the time that this is done.
  const done = async (id: string, asked: Promise<unknown>) => {
    await asked;
    edit((now) => (now?.id === id ? null : now));
    await client.loadReplies();
  };
  const removeIt = ({ id }: T) => {
    setLeaving(null);
    void done(id, remove(id)).catch((e) => client.tellProblem(e));
  };
  return (
    <section>
      <h2>{title}</h2>
      <p class="soft">{hint}</p>
      <ul class="kept">
        {items.map((item) => (
          <li key={item.id}>
            <span>{line(item)}</span>
            <button type="button" class="link" aria-label={say('editOne', { name: nameOf(item) })} onClick={() => open(item)}>{say('edit')}</button>
            <button type="button" class="link danger" aria-label={say('deleteOne', { name: nameOf(item) })} onClick={() => setLeaving(item)}>{say('delete')}</button>
          </li>
        ))}
      </ul>
      {edited === null ? <button type="button" class="secondary" onClick={() => open({ ...blank, id: newId().toLowerCase() } as T)}>{add}</button> : (
        <EditForm key={edited.id} takesFocus isDirty={edited !== begun} save={() => done(edited.id, put(edited))} cancel={() => edit(null)}>{fields(edited, edit)}</EditForm>
      )}
      {leaving !== null && <ConfirmDialog title={say('deleteOne', { name: nameOf(leaving) })} text={say('deleteKeptText')} act={say('delete')} onAct={() => removeIt(leaving)} onClose={() => setLeaving(null)} />}
    </section>
  );
}
