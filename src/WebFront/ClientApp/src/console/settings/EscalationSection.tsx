import type { EscalationType } from '../api/administration';
import { Field } from '../session/Field';
import { say } from '../words';
import { CardList } from './CardList';
import { deskIdOf } from './desk';
import { type EscalationDraft, escalationDraftOf, escalationOf, escalationTypes, newRule } from './escalation';
import { EscalationTest } from './EscalationTest';
import { Select } from './Select';
import { SettingsForm } from './SettingsForm';
import { TextField } from './TextField';

const mostRules = 50;
const changeOf = (draft: EscalationDraft) => ({ escalation: escalationOf(draft) });

/** When the store wants a person, for administrators. */
export function EscalationSection() {
  const options = (types: readonly EscalationType[], none: string) => [['', none], ...types.map((t) => [t, say(`type.${t}`)] as const)] as const;
  return (
    <SettingsForm title={say('part.escalation')} hint={say('escalationLead')} draftOf={escalationDraftOf} changeOf={changeOf} fields={(draft, set) => (
      <>
        <Field label={say('storeDesk')} named="escalation.desk" hint={say('storeDeskHint')} value={draft.desk} onValue={(desk) => set({ ...draft, desk: deskIdOf(desk) })} />
        <CardList items={draft.rules} onChange={(rules) => set({ ...draft, rules })} blank={newRule} most={mostRules} nameOf={(n) => say('ruleN', { n })} add={say('addRule')}>
          {(rule, change) => (
            <div class="form columns">
              <TextField label={say('ruleWords')} hint={say('ruleWordsHint')} value={rule.words} onValue={(words) => change({ ...rule, words })} />
              <Select label={say('ruleTopic')} value={rule.topic} options={options(escalationTypes.filter((t) => t !== 'other'), say('any'))} onValue={(topic) => change({ ...rule, topic })} />
              <Field label={say('ruleValue')} inputMode="numeric" isRequired={false} value={rule.valueAbove} onValue={(v) => change({ ...rule, valueAbove: v.replaceAll(/[^\d.]/g, '').slice(0, 12) })} />
              <Select label={say('ruleType')} value={rule.type} options={options(escalationTypes, say('asItIs'))} onValue={(type) => change({ ...rule, type })} />
              <Field label={say('ruleDesk')} isRequired={false} value={rule.desk} onValue={(desk) => change({ ...rule, desk: deskIdOf(desk) })} />
            </div>
          )}
        </CardList>
        <TextField label={say('vipContacts')} hint={say('vipHint')} value={draft.vipContacts} onValue={(vipContacts) => set({ ...draft, vipContacts })} />
        <EscalationTest settings={escalationOf(draft)} />
      </>
    )} />
  );
}
