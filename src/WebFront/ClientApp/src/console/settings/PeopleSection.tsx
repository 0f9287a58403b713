import { useState } from 'preact/hooks';
import { Problem } from '../../follow/problem';
import type { AgentView } from '../api/wire';
import { useParts, useStaff } from '../parts/context';
import { say } from '../words';
import { ConfirmDialog } from './ConfirmDialog';
import { EditForm } from './EditForm';
import { agentIdOf, draftOf, isSame, newPerson, type PersonDraft, profileOf, rules } from './person';
import { PersonFields } from './PersonFields';
import { PersonRow } from './PersonRow';
import { SecretText } from './SecretText';

/** Who is edited; nobody's id for somebody new. */
interface Edited {
  readonly agent: AgentView | null;
  readonly begun: PersonDraft;
  readonly draft: PersonDraft;
}

/** Who works in the store, for administrators: adds, changes and removes people, and gives out the links that they sign in with first. */
export function PeopleSection() {
  const { client } = useParts();
  const agents = useStaff((s) => s.agents);
  const seat = useStaff((s) => s.seat);
  const [edited, edit] = useState<Edited | null>(null);
  const [leaving, setLeaving] = useState<AgentView | null>(null);
  const [link, setLink] = useState<{ readonly name: string; readonly url: string } | null>(null);
  const open = (agent: AgentView | null) => client.unsaved.leave(() => {
    const begun = agent === null ? newPerson : draftOf(agent.profile);
    edit({ agent, begun, draft: begun });
  });
  const invite = async (agent: AgentView) => setLink({ name: agent.profile.name, url: (await client.api.invite(agent.agentId)).url });
  const tried = (act: Promise<unknown>) => void act.catch((e) => client.tellProblem(e));
  const save = async ({ agent, draft }: Edited) => {
    const agentId = agent?.agentId ?? agentIdOf(draft.email, (id) => agents.has(id));
    const profile = profileOf(draft);
    // Whoever was added just now, and whose answer was lost, is not added once more under a second id.
    if (agent === null && [...agents.values()].some((a) => a.profile.email?.toLowerCase() === profile.email)) throw new Problem('invalid-request', say('agentExists', { email: draft.email }), 0);
    const now = agents.get(agentId);
    if (agent !== null && (now === undefined || !isSame(draftOf(now.profile), draftOf(agent.profile)))) throw new Problem('changed-meanwhile', '', 0);
    const kept = await client.api.putAgent(agentId, profile);
    client.dispatch({ type: 'agents', agents: [kept] });
    edit(null);
    if (agent === null) tried(invite(kept));
    else client.toast(say('saved'));
  };
  const remove = async ({ agentId, profile: { name } }: AgentView) => {
    setLeaving(null);
    await client.api.deleteAgent(agentId);
    client.dispatch({ type: 'agents', agents: [], ids: [...client.state.agents.keys()].filter((id) => id !== agentId) });
    if (edited?.agent?.agentId === agentId) edit(null);
    client.toast(say('personRemoved', { name }));
  };
  const withdraw = async ({ agentId, profile: { name } }: AgentView) => {
    await client.api.withdrawInvitation(agentId);
    setLink(null);
    client.toast(say('withdrawn', { name }));
  };
  return (
    <section>
      <h2>{say('people')}</h2>
      <p class="soft">{say('peopleHint')}</p>
      <ul class="kept">
        {[...agents.values()].map((a) => (
          <PersonRow key={a.agentId} agent={a} isRuled={rules(seat.role, a.profile.role)} isMe={a.agentId === seat.agentId}
            onEdit={() => open(a)} onInvite={() => tried(invite(a))} onWithdraw={() => tried(withdraw(a))} onRemove={() => setLeaving(a)} />
        ))}
      </ul>
      {link !== null && <SecretText hint={say('inviteLink', { name: link.name })} text={link.url} copy={say('copyLink')} />}
      {edited === null ? <button type="button" class="secondary" onClick={() => open(null)}>{say('addPerson')}</button> : (
        <EditForm key={edited.agent?.agentId} takesFocus act={edited.agent === null ? say('addPerson') : undefined} isDirty={edited.draft !== edited.begun} save={() => save(edited)} cancel={() => edit(null)}>
          <h3 dir="auto">{edited.agent?.profile.name ?? say('addPerson')}</h3>
          <PersonFields draft={edited.draft} onChange={(draft) => edit({ ...edited, draft })} by={seat.role} isRuled={edited.agent === null || rules(seat.role, edited.agent.profile.role)} isNew={edited.agent === null} />
        </EditForm>
      )}
      {leaving !== null && (
        <ConfirmDialog title={say('removeOne', { name: leaving.profile.name })} text={say('removePersonText', { name: leaving.profile.name })} act={say('removeIt')}
          onAct={() => tried(remove(leaving))} onClose={() => setLeaving(null)} />
      )}
    </section>
  );
}
