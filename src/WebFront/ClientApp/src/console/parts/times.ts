const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in as few characters as can be read: "now", "4 min", "3 h", "2 d". */
export function short(ms: number): string {
  const length = Math.abs(ms);
  if (length < minute) return `${Math.floor(length / 1000)} s`;
  if (length < hour) return `${Math.floor(length / minute)} min`;
  if (length < day) return `${Math.floor(length / hour)} h`;
  return `${Math.floor(length / day)} d`;
}

/** Tomorrow, or the next Monday, at nine in the morning where the agent is. */
export function nextMorning(now: number, which: 'tomorrow' | 'monday'): string {
  const date = new Date(now);
  const ahead = which === 'tomorrow' ? 1 : (8 - date.getDay()) % 7 || 7;
  date.setDate(date.getDate() + ahead);
  date.setHours(9, 0, 0, 0);
  return date.toISOString();
}

export const inAnHour = (now: number): string => new Date(now + hour).toISOString();

/** How close a promise is to being broken. */
export type SlaState = 'fine' | 'soon' | 'late';

const soon = 5 * minute;

export function slaState(dueAt: string, breached: boolean, now: number): SlaState {
  const left = Date.parse(dueAt) - now;
  if (breached || left < 0) return 'late';
  return left < soon ? 'soon' : 'fine';
}
