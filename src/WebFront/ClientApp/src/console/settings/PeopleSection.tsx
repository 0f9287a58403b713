import { useState } from 'preact/hooks';
import type { AgentRole, AgentView } from '../api/wire';
import { Avatar } from '../parts/Avatar';
import { useParts, useStaff } from '../parts/context';
import { Field } from '../session/Field';
import { say } from '../words';

const roles: readonly AgentRole[] = ['agent', 'supervisor', 'administrator', 'owner'];
const empty = { name: '', email: '', role: 'agent' as AgentRole, desks: 'main', slots: '4' };
const wordsOf = (text: string) => text.toLowerCase().split(/[\s,]+/).filter((w) => w !== '');

/** Who works in the store, for administrators: adds people and gives out the link that each signs in with first. */
export function PeopleSection() {
  const { client } = useParts();
  const { agents, seat } = useStaff((s) => s);
  const [given, setGiven] = useState<typeof empty | null>(null);
  const [link, setLink] = useState<{ readonly name: string; readonly url: string } | null>(null);
  // Owners alone name administrators and owners.
  const own = seat.role === 'owner' ? roles : roles.slice(0, 2);
  const invite = async (agent: AgentView) => {
    try {
      setLink({ name: agent.profile.name, url: (await client.api.invite(agent.agentId)).url });
    } catch (e) {
      client.tellProblem(e);
    }
  };
  const add = async (e: Event) => {
    e.preventDefault();
    if (given === null) return;
    const email = given.email.trim().toLowerCase();
    const agentId = email.replace(/@.*/, '').replaceAll(/[^a-z0-9]+/g, '-').slice(0, 40);
    try {
      if (agents.has(agentId)) return void client.toast(say('agentExists', { id: agentId }), undefined, true);
      const agent = await client.api.putAgent(agentId, { name: given.name.trim(), email, role: given.role, desks: wordsOf(given.desks), slots: Number(given.slots) });
      client.dispatch({ type: 'agents', agents: [agent] });
      setGiven(null);
      await invite(agent);
    } catch (refusal) {
      client.tellProblem(refusal);
    }
  };
  return (
    <section>
      <h2>{say('people')}</h2>
      <ul class="kept">
        {[...agents.values()].map((a) => (
          <li key={a.agentId}>
            <Avatar name={a.profile.name} of={a.agentId} pictureUrl={a.profile.pictureUrl} />
            <span><b dir="auto">{a.profile.name}</b><small>{[say(`role.${a.profile.role}`), a.profile.email].filter((t) => t !== undefined).join(' · ')}</small></span>
            {a.hasJoined !== true && a.profile.email !== undefined && <button type="button" class="link" aria-label={say('inviteOne', { name: a.profile.name })} onClick={() => void invite(a)}>{say('invite')}</button>}
          </li>
        ))}
      </ul>
      {link !== null && (
        <div class="invite" role="status">
          <p>{say('inviteLink', { name: link.name })}</p>
          <code class="secret">{link.url}</code>
          <button type="button" class="secondary small" onClick={() => void navigator.clipboard.writeText(link.url).then(() => client.toast(say('copied')))}>{say('copyLink')}</button>
        </div>
      )}
      {given === null ? <button type="button" class="secondary" onClick={() => setGiven(empty)}>{say('addPerson')}</button> : (
        <form class="form" onSubmit={(e) => void add(e)}>
          <Field label={say('personName')} value={given.name} onValue={(name) => setGiven({ ...given, name })} />
          <Field label={say('email')} type="email" value={given.email} onValue={(email) => setGiven({ ...given, email })} />
          <div class="field"><label for="person-role">{say('role')}</label><select id="person-role" value={given.role} onChange={(e) => setGiven({ ...given, role: e.currentTarget.value as AgentRole })}>{own.map((r) => <option key={r} value={r}>{say(`role.${r}`)}</option>)}</select></div>
          <Field label={say('desks')} hint={say('desksHint')} value={given.desks} isRequired={false} onValue={(desks) => setGiven({ ...given, desks })} />
          <Field label={say('slotsField')} inputMode="numeric" value={given.slots} onValue={(slots) => setGiven({ ...given, slots: slots.replaceAll(/\D/g, '').slice(0, 3) })} />
          <div class="form-foot"><button type="submit" class="primary">{say('addPerson')}</button><button type="button" class="secondary" onClick={() => setGiven(null)}>{say('cancel')}</button></div>
        </form>
      )}
    </section>
  );
}
