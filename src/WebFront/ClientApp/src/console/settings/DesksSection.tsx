import { useState } from 'preact/hooks';
import { Problem } from '../../follow/problem';
import type { DeskView } from '../api/administration';
import { useParts, useStaff } from '../parts/context';
import { say } from '../words';
import { ConfirmDialog } from './ConfirmDialog';
import { type DeskDraft, deskDraftOf, membersAfter, newDesk, serving } from './desk';
import { DeskFields } from './DeskFields';
import { EditForm } from './EditForm';
import { LoadedSection } from './LoadedSection';
import { useLoaded } from './useLoaded';

interface Edited {
  readonly isNew: boolean;
  readonly begun: DeskDraft;
  readonly draft: DeskDraft;
}

/** Where conversations wait for a person, for administrators. */
export function DesksSection() {
  const { client } = useParts();
  const api = client.api.administration;
  const agents = useStaff((s) => s.agents);
  const loaded = useLoaded(() => api.desks());
  const [edited, edit] = useState<Edited | null>(null);
  const [leaving, setLeaving] = useState<DeskView | null>(null);
  const open = (desk: DeskView | null) => client.unsaved.leave(() => {
    const begun = desk === null ? newDesk : deskDraftOf(desk);
    edit({ isNew: desk === null, begun, draft: begun });
  });
  // A new desk begins with its settings, and another with who serves it: should that be refused, nothing has changed.
  const save = async ({ isNew, draft: { id, assignment, offerSeconds, members }, begun }: Edited) => {
    const now = (await api.desks()).find((d) => d.desk === id);
    if (isNew && now !== undefined) throw new Problem('invalid-request', say('deskExists', { id }), 0);
    if (!isNew && now === undefined) throw new Problem('changed-meanwhile', '', 0);
    const put = () => api.putDesk(id, { assignment, offerSeconds: Number(offerSeconds) });
    if (isNew) await put();
    if (members !== begun.members) await api.setMembers(id, membersAfter(now?.members ?? [], begun.members, members));
    if (!isNew) await put();
    edit(null);
    await loaded.reload();
    client.toast(say('saved'));
  };
  const remove = async (desk: string) => {
    setLeaving(null);
    try {
      await api.deleteDesk(desk);
      edit((now) => (now?.begun.id === desk ? null : now));
    } catch (e) {
      client.tellProblem(e);
    }
    await loaded.reload();
  };
  const facts = ({ settings, members, waiting }: DeskView) => [
    say(`assignment.${settings.assignment}`),
    ...(settings.assignment === 'manual' ? [] : [say('secondsLeft', { n: settings.offerSeconds })]),
    say('deskServing', { n: serving(members, agents.values()).length }),
    ...(waiting > 0 ? [say('deskWaiting', { n: waiting })] : []),
  ];
  return (
    <LoadedSection title={say('desks')} hint={say('desksLead')} loaded={loaded}>
      {(desks) => (
        <>
          <ul class="kept">
            {desks.map((d) => (
              <li key={d.desk}>
                <span><b dir="auto">{d.desk}</b><small>{facts(d).join(' · ')}</small></span>
                <span class="kept-acts">
                  <button type="button" class="link" aria-label={say('editOne', { name: d.desk })} onClick={() => open(d)}>{say('edit')}</button>
                  {!d.isNamed && d.waiting === 0 && <button type="button" class="link danger" aria-label={say('deleteOne', { name: d.desk })} onClick={() => setLeaving(d)}>{say('delete')}</button>}
                </span>
              </li>
            ))}
          </ul>
          {edited === null ? <button type="button" class="secondary" onClick={() => open(null)}>{say('newDesk')}</button> : (
            <EditForm key={edited.begun.id} takesFocus isDirty={edited.draft !== edited.begun} save={() => save(edited)} cancel={() => edit(null)}>
              <h3 dir="auto">{edited.isNew ? say('newDesk') : edited.draft.id}</h3>
              <DeskFields draft={edited.draft} onChange={(draft) => edit({ ...edited, draft })} agents={[...agents.values()]} isNew={edited.isNew} />
            </EditForm>
          )}
          {leaving !== null && <ConfirmDialog title={say('deleteOne', { name: leaving.desk })} text={say('deleteDeskText')} act={say('delete')} onAct={() => void remove(leaving.desk)} onClose={() => setLeaving(null)} />}
        </>
      )}
    </LoadedSection>
  );
}
