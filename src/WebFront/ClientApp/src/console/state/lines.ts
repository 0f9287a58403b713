import type { AgentView, Line, SavedView, ViewFilter, ViewName } from '../api/wire';

export type Lines = ReadonlyMap<string, Line>;
export type Sort = 'newest' | 'waiting' | 'due';

/** A change that was asked for and is shown before the server has it. */
export interface Pending {
  readonly id: string;
  readonly conversationId: string;
  readonly patch: Partial<Line>;
  /** The line's number when it was asked for. */
  readonly seq: number;
}

/** Whether what came says more than what is known. The same number may come with a later time. */
const isNewer = (known: Line | undefined, came: Line): boolean =>
  known === undefined || came.lastSeq > known.lastSeq || (came.lastSeq === known.lastSeq && Date.parse(came.updatedAt) > Date.parse(known.updatedAt));

/** The lines with those that came; lines may come twice, late and in any order. */
export function mergeLines(known: Lines, came: readonly Line[]): Lines {
  const news = came.filter((l) => isNewer(known.get(l.conversationId), l));
  if (news.length === 0) return known;
  const merged = new Map(known);
  for (const line of news) if (isNewer(merged.get(line.conversationId), line)) merged.set(line.conversationId, line);
  return merged;
}

/** A line as it is shown: with everything that is being changed. */
export function withPending(line: Line, pending: readonly Pending[]): Line {
  return pending.reduce((l, p) => (p.conversationId === line.conversationId ? { ...l, ...p.patch } : l), line);
}

/** A change is over. A line that nobody changed meanwhile keeps it until the server's own word comes. */
export function settle(lines: Lines, change: Pending, isDone: boolean): Lines {
  const line = lines.get(change.conversationId);
  if (!isDone || line === undefined || line.lastSeq > change.seq) return lines;
  return new Map(lines).set(change.conversationId, { ...line, ...change.patch });
}

export const isSnoozed = (line: Line, now: number): boolean => line.snoozedUntil !== undefined && Date.parse(line.snoozedUntil) > now;

const isOpen = (line: Line, now: number) => line.status !== 'resolved' && !line.isSpam && !isSnoozed(line, now);

function fitsView(line: Line, view: ViewName, me: string, desks: readonly string[], now: number): boolean {
  switch (view) {
    case 'mine':
      return isOpen(line, now) && line.status === 'with-agent' && line.agentId === me;
    case 'waiting':
      return isOpen(line, now) && line.status === 'waiting';
    case 'unassigned':
      return isOpen(line, now) && line.status === 'waiting' && (desks.length === 0 || line.desk === undefined || desks.includes(line.desk));
    case 'assistant':
      return isOpen(line, now) && line.status === 'open';
    case 'others':
      return isOpen(line, now) && line.status === 'with-agent' && line.agentId !== me;
    case 'snoozed':
      return isSnoozed(line, now) && line.status !== 'resolved' && !line.isSpam;
    case 'resolved':
      return line.status === 'resolved' && !line.isSpam;
    case 'spam':
      return line.isSpam;
    default:
      return isOpen(line, now);
  }
}

/** Whom a list is for. */
export interface Reader {
  readonly agentId: string;
  readonly desks: readonly string[];
}

export const readerOf = (agentId: string, me: AgentView | null): Reader => ({ agentId, desks: me?.profile.desks ?? [] });

export function fits(line: Line, filter: ViewFilter, reader: Reader, now: number): boolean {
  return (
    (filter.view === undefined || fitsView(line, filter.view, reader.agentId, reader.desks, now)) &&
    (filter.status === undefined || line.status === filter.status) &&
    (filter.desk === undefined || line.desk === filter.desk) &&
    (filter.agent === undefined || line.agentId === filter.agent) &&
    (filter.tag === undefined || line.tags.includes(filter.tag)) &&
    (filter.priority === undefined || line.priority === filter.priority)
  );
}

const timeOf = (at: string | undefined, otherwise: number) => (at === undefined ? otherwise : Date.parse(at));
const newest = (a: Line, b: Line) => Date.parse(b.lastMessage?.at ?? b.updatedAt) - Date.parse(a.lastMessage?.at ?? a.updatedAt);

const orders: Readonly<Record<Sort, (a: Line, b: Line) => number>> = {
  newest,
  waiting: (a, b) => timeOf(a.waitingSince, Infinity) - timeOf(b.waitingSince, Infinity) || newest(a, b),
  due: (a, b) => timeOf(a.sla?.dueAt, Infinity) - timeOf(b.sla?.dueAt, Infinity) || newest(a, b),
};

/** What a list shows, in its order. `only` names the lines where the server alone knows which belong to the view. */
export function listed(
  lines: Lines, pending: readonly Pending[], filter: ViewFilter, reader: Reader, sort: Sort, now: number, only: ReadonlySet<string> | null,
): readonly Line[] {
  const changed = new Set(pending.map((p) => p.conversationId));
  const found: Line[] = [];
  for (const line of lines.values()) {
    const shown = changed.has(line.conversationId) ? withPending(line, pending) : line;
    if ((only === null || only.has(line.conversationId)) && fits(shown, filter, reader, now)) found.push(shown);
  }
  // Times that do not differ, or are missing on both sides (Infinity - Infinity), leave the order to the id.
  return found.sort((a, b) => orders[sort](a, b) || (a.conversationId < b.conversationId ? -1 : 1));
}

export type Place = ViewName | `saved:${string}`;

/** The filter of a view of the rail. */
export function filterOf(view: Place, saved: readonly SavedView[]): ViewFilter {
  if (!view.startsWith('saved:')) return { view: view as ViewName };
  return saved.find((s) => s.id === view.slice('saved:'.length))?.filter ?? { view: 'all' };
}
