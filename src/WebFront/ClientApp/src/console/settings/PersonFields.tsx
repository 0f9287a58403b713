import type { AgentRole } from '../api/wire';
import { Field } from '../session/Field';
import { say } from '../words';
import { type PersonDraft, rolesFor } from './person';
import { Select } from './Select';

interface Props {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  /** The role of whoever edits. */
  readonly by: AgentRole;
  /** Whether role and mail address may be changed. */
  readonly isRuled: boolean;
  /** Whether the person is to be invited, which takes a mail address. */
  readonly isNew: boolean;
}

/** A person's profile. */
export function PersonFields({ draft, onChange, by, isRuled, isNew }: Props) {
  const set = (change: Partial<PersonDraft>) => onChange({ ...draft, ...change });
  const roles = rolesFor(by);
  return (
    <>
      <Field label={say('personName')} named="name" value={draft.name} onValue={(name) => set({ name })} />
      <Field label={say('email')} named="email" type="email" hint={isNew ? undefined : say('emailHint')} isRequired={isNew} isDisabled={!isRuled} value={draft.email} onValue={(email) => set({ email })} />
      <Select label={say('role')} hint={say(isRuled ? 'roleHint' : 'forOwners')} isDisabled={!isRuled} value={draft.role} options={(isRuled ? roles : [draft.role]).map((r) => [r, say(`role.${r}`)])} onValue={(role) => set({ role })} />
      <Field label={say('desks')} named="desks" hint={say('desksHint')} value={draft.desks} isRequired={false} onValue={(desks) => set({ desks })} />
      <Field label={say('slotsField')} named="slots" inputMode="numeric" value={draft.slots} onValue={(slots) => set({ slots: slots.replaceAll(/\D/g, '').slice(0, 3) })} />
      <Field label={say('skills')} named="skills" hint={say('skillsHint')} value={draft.skills} isRequired={false} onValue={(skills) => set({ skills })} />
      <Field label={say('languages')} named="languages" hint={say('languagesHint')} value={draft.languages} isRequired={false} onValue={(languages) => set({ languages })} />
      <Field label={say('pictureUrl')} named="pictureUrl" type="url" hint={say('pictureHint')} value={draft.pictureUrl} isRequired={false} onValue={(pictureUrl) => set({ pictureUrl })} />
    </>
  );
}
