import { Field } from '../session/Field';
import { say } from '../words';
import { DayHours } from './DayHours';
import { Holidays } from './Holidays';
import { days, hoursDraftOf, hoursOf, isWhole } from './hours';
import { ServicePreview } from './ServicePreview';
import { SettingsForm } from './SettingsForm';

const zones = Intl.supportedValuesOf('timeZone');

/** When the store's people answer, for administrators. */
export function HoursSection() {
  return (
    <SettingsForm title={say('part.hours')} hint={say('hoursLead')} draftOf={hoursDraftOf} changeOf={hoursOf} fields={(draft, set) => (
      <>
        <Field label={say('timeZone')} named="timeZone" hint={say('timeZoneHint')} suggestions={zones} value={draft.timeZone} onValue={(timeZone) => set({ ...draft, timeZone })} />
        <fieldset class="field week">
          <legend>{say('week')}</legend>
          {days.map((d) => <DayHours key={d} day={d} periods={draft.week[d]} onChange={(periods) => set({ ...draft, week: { ...draft.week, [d]: periods } })} />)}
        </fieldset>
        <Holidays days={draft.holidays} onChange={(holidays) => set({ ...draft, holidays })} />
        <ServicePreview change={isWhole(draft) ? hoursOf(draft) : null} />
      </>
    )} />
  );
}
