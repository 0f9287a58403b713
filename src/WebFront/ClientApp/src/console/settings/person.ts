import type { AgentProfile, AgentRole } from '../api/wire';
import { listOf, wordsOf } from './wordList';

/** A person's profile as it is edited. */
export interface PersonDraft {
  readonly name: string;
  readonly email: string;
  readonly pictureUrl: string;
  readonly role: AgentRole;
  readonly skills: string;
  readonly languages: string;
  readonly desks: string;
  readonly slots: string;
}

export const roles: readonly AgentRole[] = ['agent', 'supervisor', 'administrator', 'owner'];

export const newPerson: PersonDraft = { name: '', email: '', pictureUrl: '', role: 'agent', skills: '', languages: '', desks: 'main', slots: '4' };

/** The roles that somebody may give: owners alone name administrators and owners. */
export const rolesFor = (by: AgentRole): readonly AgentRole[] => (by === 'owner' ? roles : roles.slice(0, 2));

/** Whether somebody may change the role and mail address of, or remove, whoever has a role. */
export const rules = (by: AgentRole, over: AgentRole): boolean => rolesFor(by).includes(over);

export const draftOf = (profile: AgentProfile): PersonDraft => ({
  name: profile.name,
  email: profile.email ?? '',
  pictureUrl: profile.pictureUrl ?? '',
  role: profile.role,
  skills: listOf(profile.skills),
  languages: listOf(profile.languages),
  desks: listOf(profile.desks),
  slots: String(profile.slots),
});

/** Whether two say the same. */
export const isSame = (a: PersonDraft, b: PersonDraft): boolean => JSON.stringify(a) === JSON.stringify(b);

export function profileOf(draft: PersonDraft): AgentProfile {
  const [email, pictureUrl] = [draft.email.trim().toLowerCase(), draft.pictureUrl.trim()];
  return {
    name: draft.name.trim(),
    ...(email === '' ? {} : { email }),
    ...(pictureUrl === '' ? {} : { pictureUrl }),
    role: draft.role,
    skills: wordsOf(draft.skills),
    languages: wordsOf(draft.languages),
    desks: wordsOf(draft.desks),
    slots: Number(draft.slots),
  };
}

const nobody = 'agent';

/** The id of a new agent, of the mail address; a number makes it one that nobody has. */
export function agentIdOf(email: string, isTaken: (id: string) => boolean): string {
  const local = email.trim().replace(/@.*/, '').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const id = local.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 40).replaceAll(/^-|-$/g, '') || nobody;
  if (!isTaken(id)) return id;
  for (let n = 2; ; n++) if (!isTaken(`${id}-${n}`)) return `${id}-${n}`;
}
