import type { Day } from '../api/administration';
import { Glyph } from '../parts/Glyph';
import { say } from '../words';
import { dayName, isOvernight, nextPeriod, type Period } from './hours';

const mostPeriods = 6;

/** A weekday's periods. */
export function DayHours({ day, periods, onChange }: { day: Day; periods: readonly Period[]; onChange: (periods: readonly Period[]) => void }) {
  const name = dayName(day);
  const change = (at: number, period: Period | null) => onChange(periods.flatMap((p, i) => (i !== at ? [p] : period === null ? [] : [period])));
  const time = (label: string, value: string, set: (value: string) => void) => <input type="time" required aria-label={label} value={value} onInput={(e) => set(e.currentTarget.value)} />;
  return (
    <div class="weekday" role="group" aria-label={name}>
      <span class="weekday-name">{name}</span>
      <div class="weekday-periods">
        {periods.length === 0 && <span class="soft">{say('closedDay')}</span>}
        {periods.map((p, i) => (
          <span key={i} class="period">
            {time(say('opensAt', { day: name, n: i + 1 }), p.from, (from) => change(i, { ...p, from }))}
            <span aria-hidden="true">–</span>
            {time(say('closesAt', { day: name, n: i + 1 }), p.to, (to) => change(i, { ...p, to }))}
            <button type="button" class="tool" aria-label={say('removePeriod', { day: name, n: i + 1 })} onClick={() => change(i, null)}><Glyph name="close" /></button>
            {isOvernight(p) && <small class="soft">{say('nextDay')}</small>}
          </span>
        ))}
        {periods.length < mostPeriods && <button type="button" class="link" aria-label={say('addPeriodOn', { day: name })} onClick={() => onChange([...periods, nextPeriod(periods)])}>{say('addPeriod')}</button>}
      </div>
    </div>
  );
}
