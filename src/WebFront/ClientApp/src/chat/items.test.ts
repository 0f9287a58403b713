import { expect, it } from 'vitest';
import { emptyConversation, follow } from '../follow/follower';
import { itemsOf } from './items';

const base = Date.parse('2026-11-20T10:00:00');
const event = (seq: number, type: string, minutes: number, data: Record<string, unknown> = {}) =>
  ({ kind: 'event', event: { seq, type, at: new Date(base + minutes * 60_000).toISOString(), data } }) as const;
const message = (seq: number, role: string, minutes: number) => event(seq, 'message-posted', minutes, { messageId: `m${seq}`, role, text: `${seq}` });
const shape = (frames: Parameters<typeof follow>[1][], unreadAfter: number | null = null) =>
  itemsOf(frames.reduce(follow, emptyConversation), unreadAfter, false).map((i) =>
    i.kind === 'message' ? `${i.message.seq}${i.first ? '+' : ''}${i.last ? '.' : ''}${i.status === null ? '' : ` ${i.status}`}` : i.kind,
  );

it('groups what one says within minutes, and divides days', () => {
  expect(shape([message(1, 'customer', 0), message(2, 'customer', 2), message(3, 'customer', 20), message(4, 'assistant', 20), message(5, 'assistant', 24 * 60)])).toEqual([
    'greeting', 'day', '1+', '2.', '3+. read', '4+.', 'day', '5+.',
  ]);
});

it('puts what happened between messages where it happened', () => {
  expect(shape([message(1, 'assistant', 0), event(2, 'agent-joined', 0, { agentName: 'Ada' }), message(3, 'assistant', 0), event(4, 'resolved', 1)])).toEqual([
    'greeting', 'day', '1+.', 'mark', '3+.', 'mark',
  ]);
});

it('divides what is new from what was read', () => {
  expect(shape([message(1, 'customer', 0), message(2, 'assistant', 0), message(5, 'assistant', 1)], 2)).toEqual([
    'greeting', 'day', '1+. read', '2+.', 'unread', '5+.',
  ]);
});

it('says delivered until somebody has taken the message up, and nothing while others wait', () => {
  const waiting = { kind: 'queue', message: { clientMessageId: 'x', text: '', state: 'waiting' } } as const;
  expect(shape([message(1, 'customer', 0)])).toEqual(['greeting', 'day', '1+. delivered']);
  expect(shape([message(1, 'customer', 0), waiting])).toEqual(['greeting', 'day', '1+.', 'outgoing']);
});

it('begins with the greeting only where the log begins, and divides only what is known', () => {
  const joined = { kind: 'joined', begins: 5, human: null, queue: null, resolved: false } as const;
  expect(shape([joined, message(6, 'customer', 0), message(7, 'assistant', 0)], 3)).toEqual(['earlier', 'day', '6+. read', '7+.']);
});

it('says once that a person is waited for', () => {
  const asked = [message(1, 'customer', 0), event(2, 'escalation-requested', 0)];
  expect(shape(asked)).toEqual(['greeting', 'day', '1+. delivered']);
  expect(shape([...asked, event(3, 'agent-joined', 0, { agentName: 'Ada' })])).toEqual(['greeting', 'day', '1+. read', 'mark', 'mark']);
});
