import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../../follow/protocol';
import { seeded, shuffled } from '../testing/shuffle';
import { emptyThread, followThread, lastOf, type Thread, type ThreadFrame } from './thread';

const event = (seq: number, type: string, data: WireEvent['data'] = {}): WireEvent => ({ seq, type, at: '2026-11-21T12:00:00Z', data });
const after = (frames: readonly ThreadFrame[], from: Thread = emptyThread('c')) => frames.reduce(followThread, from);
const framesOf = (events: readonly WireEvent[]): ThreadFrame[] => events.map((e) => ({ kind: 'event', event: e }));

const log = [
  event(1, 'message-posted', { messageId: 'm1', role: 'customer', text: 'Hello' }),
  event(2, 'turn-started', { turnId: 't1' }),
  event(3, 'approval-set', { required: true }),
  event(4, 'draft-proposed', { draftId: 'd1', turnId: 't1', text: 'Hi', citations: [], expiresAt: '2026-11-21T12:01:00Z' }),
  event(5, 'message-posted', { messageId: 'm2', role: 'customer', text: 'Hurry' }),
  event(6, 'draft-stale', { draftId: 'd1' }),
  event(7, 'turn-started', { turnId: 't2' }),
  event(8, 'draft-proposed', { draftId: 'd2', turnId: 't2', text: 'Hi!', citations: [], expiresAt: '2026-11-21T12:01:00Z' }),
  event(9, 'draft-approved', { draftId: 'd2' }),
  event(10, 'message-posted', { messageId: 'm3', role: 'assistant', turnId: 't2', text: 'Hi!' }),
  event(11, 'agent-joined', { agentId: 'ben', agentName: 'Ben' }),
];

describe('the log', () => {
  it('is the same whatever the order and whatever comes twice', () => {
    const wanted = after(framesOf(log));
    for (let seed = 1; seed <= 300; seed++) expect(after(framesOf(shuffled(log, seeded(seed))))).toEqual(wanted);
    expect(wanted.facts).toEqual({ approval: true, draft: null, customerSeq: 5, floor: { agentId: 'ben', name: 'Ben' } });
  });

  it('is asked for again from where it has no gap', () => {
    const thread = after(framesOf([log[0]!, log[1]!, log[4]!]));
    expect(lastOf(thread)).toBe(2);
    expect(thread.ahead.map((e) => e.seq)).toEqual([5]);
    expect(lastOf(after(framesOf([log[2]!, log[3]!]), thread))).toBe(5);
  });

  it('takes what is there when the server says that this is all', () => {
    expect(lastOf(after([...framesOf([log[0]!, log[4]!]), { kind: 'settled' }]))).toBe(5);
  });

  it('does not change by what is known', () => {
    const thread = after(framesOf(log));
    expect(after(framesOf(log), thread)).toBe(thread);
  });
});

describe('the running answer', () => {
  const delta = (offset: number, text: string): ThreadFrame => ({ kind: 'delta', turnId: 't1', offset, text });

  it('grows by offset, once', () => {
    expect(after([delta(0, 'Good'), delta(4, ' day'), delta(4, ' day'), delta(0, 'Good')]).talk.live?.text).toBe('Good day');
  });

  it('names its steps in their order', () => {
    const status = (s: string): ThreadFrame => ({ kind: 'status', turnId: 't1', status: s });
    expect(after([status('retrieving'), status('retrieving'), status('writing')]).steps.names).toEqual(['retrieving', 'writing']);
  });

  it('is over when a person joins, and does not come back', () => {
    const thread = after([...framesOf(log.slice(0, 2)), delta(0, 'Good'), ...framesOf([event(3, 'agent-joined', { agentId: 'a', agentName: 'Ada' })]), delta(4, ' day')]);
    expect(thread.talk.live).toBeNull();
  });
});

describe('drafts', () => {
  it('wait for a word, and fall when a person takes over', () => {
    const thread = after(framesOf(log.slice(0, 4)));
    expect(thread.facts.draft?.draftId).toBe('d1');
    expect(after(framesOf([event(5, 'agent-joined', {})]), thread).facts.draft).toBeNull();
  });

  it('do not fall by the word on an earlier one', () => {
    expect(after(framesOf([...log.slice(0, 8), event(9, 'draft-stale', { draftId: 'd1' })])).facts.draft?.draftId).toBe('d2');
  });
});

it('forgets who looks and types when the connection breaks', () => {
  const thread = after([{ kind: 'viewers', viewers: [{ agentId: 'b', name: 'Ben', state: 'typing' }] }, { kind: 'typing', role: 'customer', until: 5 }, { kind: 'settled' }, { kind: 'disconnected' }]);
  expect([thread.viewers, thread.typing, thread.isOpen]).toEqual([[], {}, false]);
});
