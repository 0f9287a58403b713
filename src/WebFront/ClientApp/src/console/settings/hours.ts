import type { Day, OpeningPeriod, StoreSettings } from '../api/administration';

export const days: readonly Day[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Times without seconds, as fields have them. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Opening hours as they are edited. */
export interface HoursDraft {
  readonly timeZone: string;
  readonly week: Readonly<Record<Day, readonly Period[]>>;
  readonly holidays: readonly string[];
}

const minutes = (time: string) => time.slice(0, 5);

export function hoursDraftOf({ timeZone, hours, holidays }: StoreSettings): HoursDraft {
  const of = (day: Day) => hours.filter((h) => h.day === day).map((h) => ({ from: minutes(h.from), to: minutes(h.to) })).sort((a, b) => a.from.localeCompare(b.from));
  return { timeZone, week: Object.fromEntries(days.map((d) => [d, of(d)])) as unknown as HoursDraft['week'], holidays: [...holidays].sort() };
}

export const hoursOf = ({ timeZone, week, holidays }: HoursDraft): { timeZone: string; hours: OpeningPeriod[]; holidays: readonly string[] } => ({
  timeZone: timeZone.trim(),
  hours: days.flatMap((day) => week[day].map(({ from, to }) => ({ day, from: `${from}:00`, to: `${to}:00` }))),
  holidays,
});

/** Whether every time is there, so that the rest can be worked out. */
export const isWhole = ({ week }: HoursDraft): boolean => days.every((d) => week[d].every((p) => p.from !== '' && p.to !== ''));

/** Whether a period goes on after midnight. */
export const isOvernight = ({ from, to }: Period): boolean => from !== '' && to !== '' && to <= from;

/** What is offered as the next period of a day: behind the last one, or the usual hours. */
export function nextPeriod(periods: readonly Period[]): Period {
  const last = periods.at(-1);
  const hour = last === undefined ? 9 : Math.min(22, Number(last.to.slice(0, 2)) + 1);
  const two = (n: number) => String(n).padStart(2, '0');
  return { from: `${two(hour)}:00`, to: `${two(last === undefined ? 17 : Math.min(23, hour + 4))}:00` };
}

/** A day's name in the reader's language. The first of January 2024 was a Monday. */
export const dayName = (day: Day): string => new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + days.indexOf(day))));
