import type { Conversation, FormState, Mark, Message, Outgoing } from '../follow/follower';

/** A line of the list that the conversation is shown as. */
export type Item =
  | { readonly key: string; readonly kind: 'greeting' }
  | { readonly key: string; readonly kind: 'earlier' }
  | { readonly key: string; readonly kind: 'day'; readonly at: string }
  | { readonly key: string; readonly kind: 'unread' }
  | { readonly key: string; readonly kind: 'message'; readonly message: Message; readonly first: boolean; readonly last: boolean; readonly status: 'delivered' | 'read' | null }
  | { readonly key: string; readonly kind: 'mark'; readonly mark: Mark }
  | { readonly key: string; readonly kind: 'form'; readonly form: FormState }
  | { readonly key: string; readonly kind: 'outgoing'; readonly message: Outgoing }
  | { readonly key: string; readonly kind: 'live' };

const together = 5 * 60 * 1000;

const dayOf = (at: string) => new Date(at).toDateString();

const areTogether = (a: Message | undefined, b: Message | undefined): boolean =>
  a !== undefined && b !== undefined && a.role === b.role && a.author === b.author && Date.parse(b.at) - Date.parse(a.at) < together && dayOf(a.at) === dayOf(b.at);

/** The conversation as lines, in the order of the log; what is not in the log yet comes last. */
export function itemsOf(conversation: Conversation, unreadAfter: number | null, isAnswering: boolean): Item[] {
  const { messages, marks, forms, outgoing, readThrough, begins, queue } = conversation;
  const items: Item[] = [begins === 0 ? { key: 'greeting', kind: 'greeting' } : { key: 'earlier', kind: 'earlier' }];
  // As long as one waits, the place in the queue says so.
  const waits = queue === null ? undefined : marks.findLast((m) => m.kind === 'waiting');
  const between = [...marks.filter((m) => m !== waits).map((mark) => ({ seq: mark.seq, mark })), ...forms.map((form) => ({ seq: form.seq, form }))].sort((a, b) => a.seq - b.seq);
  const lastOwn = messages.findLast((m) => m.role === 'customer');
  let day = '';
  let hasDivider = false;
  let at = 0;
  const addBetween = (until: number) => {
    const before = at;
    for (; at < between.length && between[at]!.seq < until; at++) {
      const thing = between[at]!;
      items.push('mark' in thing ? { key: `e${thing.seq}`, kind: 'mark', mark: thing.mark } : { key: `e${thing.seq}`, kind: 'form', form: thing.form });
    }
    return at > before;
  };
  let apart = true;
  messages.forEach((message, i) => {
    apart = addBetween(message.seq);
    if (dayOf(message.at) !== day) {
      day = dayOf(message.at);
      items.push({ key: `d${message.seq}`, kind: 'day', at: message.at });
      apart = true;
    }
    if (unreadAfter !== null && unreadAfter >= begins && !hasDivider && message.seq > unreadAfter && message.role !== 'customer') {
      hasDivider = true;
      items.push({ key: 'unread', kind: 'unread' });
      apart = true;
    }
    const next = messages[i + 1];
    const status = message === lastOwn && outgoing.length === 0 ? (readThrough > message.seq ? 'read' : 'delivered') : null;
    const first = apart || !areTogether(messages[i - 1], message);
    const isDivided = next !== undefined && ((between[at]?.seq ?? Infinity) < next.seq || (unreadAfter !== null && message.seq <= unreadAfter && next.seq > unreadAfter));
    const last = isDivided || !areTogether(message, next);
    items.push({ key: `m${message.seq}`, kind: 'message', message, first, last, status });
  });
  addBetween(Infinity);
  for (const message of outgoing) items.push({ key: `o${message.clientMessageId}`, kind: 'outgoing', message });
  if (isAnswering) items.push({ key: 'live', kind: 'live' });
  return items;
}
