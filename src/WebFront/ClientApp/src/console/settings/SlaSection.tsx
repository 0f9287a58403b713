import type { Priority } from '../api/wire';
import { Field } from '../session/Field';
import { say } from '../words';
import { CardList } from './CardList';
import { deskIdOf } from './desk';
import { areWhole, newPolicy, policiesOf, policyOf, type PolicyDraft } from './policy';
import { Select } from './Select';
import { ServicePreview } from './ServicePreview';
import { SettingsForm } from './SettingsForm';

const mostPolicies = 50;
const priorities: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];
const changeOf = (policies: readonly PolicyDraft[]) => ({ sla: { policies: policies.map(policyOf) } });

/** How fast people promise to be, for administrators. */
export function SlaSection() {
  const minutes = (label: string, value: string, set: (value: string) => void) => <Field label={label} inputMode="numeric" isRequired={false} value={value} onValue={(v) => set(v.replaceAll(/\D/g, '').slice(0, 5))} />;
  return (
    <SettingsForm title={say('part.sla')} hint={say('slaLead')} draftOf={policiesOf} changeOf={changeOf} fields={(policies, setAll) => (
      <>
        <CardList items={policies} onChange={setAll} blank={newPolicy} most={mostPolicies} nameOf={(n) => say('policyN', { n })} add={say('addPolicy')}>
          {(p, set) => (
            <div class="form columns">
              <Field label={say('policyName')} value={p.name} onValue={(name) => set({ ...p, name })} />
              <Select label={say('priority')} value={p.priority} options={[['', say('any')], ...priorities.map((x) => [x, say(`priority.${x}`)] as const)]} onValue={(priority) => set({ ...p, priority })} />
              <Field label={say('onlyDesk')} isRequired={false} value={p.desk} onValue={(desk) => set({ ...p, desk: deskIdOf(desk) })} />
              {minutes(say('minutesFirst'), p.first, (first) => set({ ...p, first }))}
              {minutes(say('minutesNext'), p.next, (next) => set({ ...p, next }))}
              {minutes(say('minutesResolution'), p.resolution, (resolution) => set({ ...p, resolution }))}
              <label class="check"><input type="checkbox" checked={p.businessHours} onChange={(e) => set({ ...p, businessHours: e.currentTarget.checked })} /><span>{say('businessHours')}</span></label>
            </div>
          )}
        </CardList>
        <ServicePreview change={areWhole(policies) ? changeOf(policies) : null} />
      </>
    )} />
  );
}
