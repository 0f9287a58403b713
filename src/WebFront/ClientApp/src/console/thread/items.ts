import type { MessageData, WireEvent } from '../../follow/protocol';
import { say, sayIf, type ConsoleWord } from '../words';

/** A line of a thread. */
export type Item =
  | { readonly key: string; readonly kind: 'day'; readonly at: string }
  | { readonly key: string; readonly kind: 'message'; readonly seq: number; readonly at: string; readonly message: MessageData; readonly isFirst: boolean; readonly turnId: string | null }
  | { readonly key: string; readonly kind: 'note' | 'whisper'; readonly seq: number; readonly at: string; readonly author: string; readonly text: string }
  | { readonly key: string; readonly kind: 'marker'; readonly seq: number; readonly at: string; readonly text: string; readonly detail: string | null; readonly tone: 'quiet' | 'person' | 'warning' }
  | { readonly key: string; readonly kind: 'outgoing'; readonly id: string }
  | { readonly key: string; readonly kind: 'live' }
  | { readonly key: string; readonly kind: 'draft' };

const together = 5 * 60_000;
const dayOf = (at: string) => new Date(at).toDateString();
const loud: Readonly<Record<string, 'person' | 'warning'>> = {
  'escalation-requested': 'person',
  'agent-joined': 'person',
  'turn-failed': 'warning',
  'sla-breached': 'warning',
};
/** What the thread shows in another way, or what would only repeat the line before. */
const silent = ['turn-started', 'turn-completed', 'attachment-processed', 'draft-proposed'];

/** The log as lines, in its order; what is not in the log comes last. */
export function itemsOf(events: readonly WireEvent[], outgoing: readonly string[], isLive: boolean, hasDraft: boolean): Item[] {
  const items: Item[] = [];
  let day = '';
  let last: { role: string; author: string | undefined; at: number } | null = null;
  for (const event of events) {
    const { seq, at, type, data } = event;
    if (silent.includes(type)) continue;
    if (dayOf(at) !== day) {
      day = dayOf(at);
      items.push({ key: `d${seq}`, kind: 'day', at });
      last = null;
    }
    if (type === 'message-posted') {
      const message = data as unknown as MessageData;
      const isFirst = last === null || last.role !== message.role || last.author !== message.author || Date.parse(at) - last.at > together;
      items.push({ key: `m${seq}`, kind: 'message', seq, at, message, isFirst, turnId: message.role === 'assistant' ? (message.turnId ?? null) : null });
      last = { role: message.role, author: message.author, at: Date.parse(at) };
      continue;
    }
    last = null;
    if (type === 'note-added' || type === 'whispered')
      items.push({ key: `m${seq}`, kind: type === 'whispered' ? 'whisper' : 'note', seq, at, author: text(data['author']), text: text(data['text']) });
    else {
      const marker = markerOf(event);
      if (marker !== null) items.push({ key: `e${seq}`, kind: 'marker', seq, at, tone: loud[type] ?? 'quiet', ...marker });
    }
  }
  for (const id of outgoing) items.push({ key: `o${id}`, kind: 'outgoing', id });
  if (isLive) items.push({ key: 'live', kind: 'live' });
  if (hasDraft) items.push({ key: 'draft', kind: 'draft' });
  return items;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const byOf = (data: WireEvent['data']): string => {
  const by = data['by'];
  if (typeof by === 'object' && by !== null) return text((by as { name?: unknown }).name);
  return sayIf(`by.${text(by)}`, text(by));
};

/** Other versions of a marker, by what its data says. */
const variants: Readonly<Record<string, (data: WireEvent['data']) => ConsoleWord>> = {
  snoozed: (d) => (text(d['until']) === '' ? 'event.unsnoozed' : 'event.snoozed'),
  'spam-set': (d) => (d['isSpam'] === false ? 'event.spam-unset' : 'event.spam-set'),
  'approval-set': (d) => (d['required'] === false ? 'event.approval-unset' : 'event.approval-set'),
};

/** What a marker says; events that are not known yet say their own name. */
function markerOf({ type, data }: WireEvent): { text: string; detail: string | null } | null {
  const word = variants[type]?.(data) ?? (`event.${type}` as ConsoleWord);
  const until = text(data['until']);
  const values = {
    name: text(data['agentName']) || text(data['name']) || text(data['tool']) || text(data['fromName']) || text(data['author']) || byOf(data),
    reason: sayIf(`reason.${text(data['reason'])}`, text(data['reason'])),
    n: Number(data['position'] ?? data['score'] ?? 0),
    to: text(data['toName']) || text(data['desk']),
    time: until === '' ? '' : new Date(until).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }),
    what: whatOf(type, data),
  };
  const known = sayIf(word, '') !== '';
  return { text: known ? say(word, values) : type, detail: text(data['evidence']) || text(data['note']) || text(data['comment']) || null };
}

function whatOf(type: string, data: WireEvent['data']): string {
  if (type === 'tagged') return [...list(data['added']).map((t) => `+${t}`), ...list(data['removed']).map((t) => `−${t}`)].join(' ');
  if (type === 'priority-set') return sayIf(`priority.${text(data['priority'])}`, text(data['priority']));
  return sayIf(`clock.${text(data['clock'])}`, text(data['clock']));
}
