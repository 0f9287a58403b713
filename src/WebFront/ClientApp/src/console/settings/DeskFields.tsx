import type { AgentView } from '../api/wire';
import { Field } from '../session/Field';
import { say } from '../words';
import { assignments, type DeskDraft, deskIdOf, servesAll } from './desk';
import { Select } from './Select';

interface Props {
  readonly draft: DeskDraft;
  readonly onChange: (draft: DeskDraft) => void;
  readonly agents: readonly AgentView[];
  readonly isNew: boolean;
}

/** How a desk works, and who serves it. */
export function DeskFields({ draft, onChange, agents, isNew }: Props) {
  const set = (change: Partial<DeskDraft>) => onChange({ ...draft, ...change });
  const toggle = (id: string, isMember: boolean) => set({ members: isMember ? [...draft.members, id] : draft.members.filter((m) => m !== id) });
  const knows = ({ profile: { skills = [], languages = [] } }: AgentView) => [...skills, ...languages].join(' · ');
  return (
    <>
      {isNew && <Field label={say('deskName')} hint={say('deskNameHint')} value={draft.id} onValue={(id) => set({ id: deskIdOf(id) })} />}
      <Select label={say('assignment')} hint={say(`assignmentHint.${draft.assignment}`)} value={draft.assignment} options={assignments.map((a) => [a, say(`assignment.${a}`)])} onValue={(assignment) => set({ assignment })} />
      {draft.assignment !== 'manual' && <Field label={say('offerSeconds')} named="offerSeconds" hint={say('offerSecondsHint')} inputMode="numeric" value={draft.offerSeconds} onValue={(s) => set({ offerSeconds: s.replaceAll(/\D/g, '').slice(0, 3) })} />}
      <fieldset class="field">
        <legend>{say('deskMembers')}</legend>
        <small>{say('deskMembersHint')}</small>
        {agents.map((a) => (
          <label key={a.agentId} class="check">
            <input type="checkbox" checked={servesAll(a) || draft.members.includes(a.agentId)} disabled={servesAll(a)} onChange={(e) => toggle(a.agentId, e.currentTarget.checked)} />
            <span><span dir="auto">{a.profile.name}</span><small>{servesAll(a) ? say('servesAll') : knows(a)}</small></span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
