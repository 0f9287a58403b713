import { describe, expect, it } from 'vitest';
import { type Conversation, emptyConversation, follow, type Frame } from './follower';

const event = (seq: number, type: string, data: Record<string, unknown> = {}): Frame => ({
  kind: 'event',
  event: { seq, type, at: '2026-11-21T10:00:00Z', data },
});
const message = (seq: number, role: string, text: string, more: Record<string, unknown> = {}) =>
  event(seq, 'message-posted', { messageId: `m${seq}`, role, text, ...more });
const chunk = (turnId: string, offset: number, text: string): Frame => ({ kind: 'chunk', turnId, offset, text });
const play = (frames: readonly Frame[], from: Conversation = emptyConversation) => frames.reduce(follow, from);

describe('events', () => {
  it('count once, however often they come', () => {
    const once = play([event(1, 'conversation-started'), message(2, 'customer', 'Hi')]);
    expect(follow(once, message(2, 'customer', 'Hi'))).toBe(once);
    expect(follow(once, event(1, 'conversation-started'))).toBe(once);
    expect(once.messages.map((m) => m.text)).toEqual(['Hi']);
  });

  it('may leave out numbers that are not for customers', () => {
    expect(play([message(2, 'customer', 'a'), message(7, 'agent', 'b')]).lastSeq).toBe(7);
  });

  it('replace the outgoing message that they are', () => {
    const queued = play([{ kind: 'queue', message: { clientMessageId: 'c1', text: 'Hi', state: 'waiting' } }, { kind: 'outgoing', clientMessageId: 'c1', state: 'sending' }]);
    expect(queued.outgoing[0]?.state).toBe('sending');
    const posted = follow(queued, message(2, 'customer', 'Hi', { clientMessageId: 'c1' }));
    expect(posted.outgoing).toEqual([]);
    expect(posted.messages).toHaveLength(1);
  });

  it('say that an answer failed until there is one, and that one was stopped', () => {
    const failed = play([message(1, 'customer', 'Hi'), event(2, 'turn-started', { turnId: 't' }), event(3, 'turn-failed', { turnId: 't', retrying: false })]);
    expect(failed.marks.map((m) => m.kind)).toEqual(['failed']);
    expect(follow(failed, message(4, 'assistant', 'Hello')).marks).toEqual([]);
    const stopped = play([event(2, 'turn-started', { turnId: 't' }), event(3, 'turn-cancelled', { turnId: 't', reason: 'stopped' })]);
    expect(stopped.marks.map((m) => m.kind)).toEqual(['stopped']);
    expect(play([event(3, 'turn-cancelled', { turnId: 't', reason: 'new-message' })]).marks).toEqual([]);
  });

  it('tell who joined, left, resolved and reopened', () => {
    const joined = play([event(1, 'agent-joined', { agentName: 'Ada' }), event(2, 'resolved', { by: 'staff' })]);
    expect(joined.human).toEqual({ name: 'Ada' });
    expect(joined.resolved).toBe(true);
    const after = play([event(3, 'agent-left'), event(4, 'reopened')], joined);
    expect(after.human).toBeNull();
    expect(after.resolved).toBe(false);
  });
});

describe('the answer being written', () => {
  const started = play([message(2, 'customer', 'Hi'), event(3, 'turn-started', { turnId: 't1' })]);

  it('grows by chunks', () => {
    expect(play([chunk('t1', 0, 'Hello '), chunk('t1', 6, 'you')], started).live?.text).toBe('Hello you');
  });

  it('is not doubled or cut by chunks that come twice', () => {
    const whole = play([chunk('t1', 0, 'Hello '), chunk('t1', 6, 'you')], started);
    expect(follow(whole, chunk('t1', 6, 'you'))).toBe(whole);
    expect(follow(whole, chunk('t1', 0, 'Hello '))).toBe(whole);
  });

  it('waits for what is missing', () => {
    const partial = play([chunk('t1', 0, 'Hello ')], started);
    expect(follow(partial, chunk('t1', 20, 'late'))).toBe(partial);
  });

  it('is replaced by a snapshot', () => {
    expect(play([chunk('t1', 0, 'Hel'), chunk('t1', 0, 'Hello you')], started).live?.text).toBe('Hello you');
    expect(play([chunk('t1', 0, 'Helium'), chunk('t1', 0, 'Hello')], started).live?.text).toBe('Hello');
  });

  it('is known from a snapshot alone', () => {
    expect(play([chunk('t9', 0, 'In the middle')]).live).toEqual({ turnId: 't9', text: 'In the middle', status: null });
  });

  it('gives way to the message, and late text of it is dropped', () => {
    const done = play([chunk('t1', 0, 'Hel'), message(4, 'assistant', 'Hello.', { turnId: 't1' })], started);
    expect(done.live).toBeNull();
    expect(follow(done, chunk('t1', 3, 'lo'))).toBe(done);
    expect(follow(done, { kind: 'status', turnId: 't1', status: 'writing' })).toBe(done);
  });

  it('vanishes when the turn is cancelled or fails, and the next turn takes its place', () => {
    const cancelled = play([chunk('t1', 0, 'Hel'), event(4, 'turn-cancelled', { turnId: 't1', reason: 'new-message' })], started);
    expect(cancelled.live).toBeNull();
    const next = play([event(5, 'turn-started', { turnId: 't2' }), chunk('t1', 3, 'lo'), chunk('t2', 0, 'Yes')], cancelled);
    expect(next.live).toEqual({ turnId: 't2', text: 'Yes', status: null });
  });

  it('keeps its status beside its text', () => {
    const live = play([{ kind: 'status', turnId: 't1', status: 'retrieving' }, chunk('t1', 0, 'A')], started).live;
    expect(live).toEqual({ turnId: 't1', text: 'A', status: 'retrieving' });
  });

  it('ends the assistant’s typing with itself, not a person’s', () => {
    const typing = play([{ kind: 'typing', isTyping: true, isHuman: false }], started);
    expect(play([message(4, 'assistant', 'A', { turnId: 't1' })], typing).typing).toBe('nobody');
    const human = play([{ kind: 'typing', isTyping: true, isHuman: true }], started);
    expect(play([message(4, 'assistant', 'A', { turnId: 't1' })], human).typing).toBe('human');
  });
});

describe('a connection that is cut anywhere', () => {
  it('ends with the same transcript, whatever is sent again', () => {
    const log = [event(1, 'conversation-started'), message(2, 'customer', 'Q'), event(3, 'turn-started', { turnId: 't1' })];
    const answer = 'An answer in some pieces.';
    const tail = [message(4, 'assistant', answer, { turnId: 't1' }), event(5, 'turn-completed', { turnId: 't1' })];
    const deltas = [...answer].map((c, i) => chunk('t1', i, c));
    const whole = play([...log, ...deltas, ...tail]);
    for (let cut = 0; cut <= deltas.length; cut++) {
      for (let again = 0; again <= cut; again += 3) {
        const before = play([...log, ...deltas.slice(0, cut), { kind: 'disconnected' }]);
        const snapshot = chunk('t1', 0, answer.slice(0, Math.max(cut, 1)));
        const after = play([...log.slice(1), snapshot, ...deltas.slice(again), ...tail], before);
        expect(after).toEqual(whole);
      }
    }
  });

  it('sends again what was on its way', () => {
    const sending = play([{ kind: 'queue', message: { clientMessageId: 'c', text: 'x', state: 'sending' } }, { kind: 'disconnected' }]);
    expect(sending.outgoing[0]?.state).toBe('waiting');
  });
});

describe('hand-over', () => {
  it('goes from queue to person and back', () => {
    const queued = play([event(1, 'escalation-requested'), event(2, 'queued', { position: 3, estimateSeconds: 60 })]);
    expect(queued.queue).toEqual({ position: 3, estimateSeconds: 60 });
    const joined = play([event(3, 'agent-joined', { agentName: 'Ada', pictureUrl: 'https://x.example/a.png' }), { kind: 'typing', isTyping: true, isHuman: true }], queued);
    expect(joined).toMatchObject({ queue: null, human: { name: 'Ada' }, typing: 'human' });
    expect(play([message(4, 'agent', 'Hi')], joined).typing).toBe('nobody');
    const left = play([event(4, 'agent-left', { backTo: 'queue' })], joined);
    expect(left).toMatchObject({ human: null, queue: { position: null }, typing: 'nobody' });
    expect(left.marks.map((m) => m.kind)).toEqual(['waiting', 'joined', 'left']);
  });

  it('ends the assistant’s answer', () => {
    const cut = play([chunk('t1', 0, 'Half'), event(5, 'agent-joined', { agentName: 'Ada' }), chunk('t1', 4, ' more')]);
    expect(cut.live).toBeNull();
  });
});

it('keeps ratings, forms and attachments by what they are for', () => {
  const form = { formId: 'f', fields: [], skippable: true };
  const all = play([
    event(1, 'rated', { messageId: 'm', score: 5 }), event(2, 'rated', { messageId: 'm', score: 1 }), event(3, 'rated', { score: 4 }),
    event(4, 'form-requested', { form }), event(5, 'form-submitted', { formId: 'f' }),
    event(6, 'attachment-processed', { attachmentId: 'a', status: 'ready' }),
  ]);
  expect(all.ratings).toEqual({ m: 1, '': 4 });
  expect(all.forms[0]?.done).toBe(true);
  expect(all.attachments['a']?.status).toBe('ready');
});

it('ends the same however often and in whatever pieces the log is sent again', () => {
  const log = [
    event(1, 'conversation-started'), message(2, 'customer', 'Q'), event(3, 'turn-started', { turnId: 't' }), message(4, 'assistant', 'A', { turnId: 't' }),
    event(5, 'turn-completed', { turnId: 't' }), event(6, 'escalation-requested'), event(7, 'queued', { position: 1 }), event(8, 'agent-joined', { agentName: 'Ada' }),
    message(9, 'agent', 'Hi'), event(10, 'agent-left', { backTo: 'assistant' }), event(11, 'resolved'), event(12, 'rated', { score: 5 }), event(13, 'reopened'),
  ];
  const whole = play(log);
  let seed = 3;
  const random = (below: number) => (seed = (seed * 16807) % 2147483647) % below;
  for (let round = 0; round < 300; round++) {
    let at = 0;
    let now = emptyConversation;
    while (at < log.length) {
      const to = Math.min(log.length, at + 1 + random(4));
      now = play(log.slice(random(at + 1), to), now);
      at = to;
    }
    expect(now).toEqual(whole);
  }
});

describe('a window of the log', () => {
  const joined: Frame = { kind: 'joined', begins: 10, human: { name: 'Ada' }, queue: null, resolved: false };
  const late = [message(11, 'agent', 'x'), event(12, 'form-submitted', { formId: 'f' }), event(13, 'rated', { messageId: 'm5', score: 1 })];
  const early = [message(5, 'assistant', 'Hi'), event(6, 'rated', { messageId: 'm5', score: 5 }), event(7, 'form-requested', { form: { formId: 'f' } }), event(8, 'resolved')];
  const events = early.map((f) => (f as Extract<Frame, { kind: 'event' }>).event);

  it('stands as the server says, and goes on from there', () => {
    const now = play([joined, ...late]);
    expect([now.lastSeq, now.begins, now.human?.name]).toEqual([13, 10, 'Ada']);
    expect(follow(now, event(14, 'agent-left')).human).toBeNull();
    expect(follow(now, joined)).toBe(now);
  });

  it('grows at its beginning without changing how it stands', () => {
    const now = follow(play([joined, ...late]), { kind: 'earlier', begins: 0, events });
    expect(now.messages.map((m) => m.seq)).toEqual([5, 11]);
    expect([now.begins, now.lastSeq, now.resolved, now.human?.name]).toEqual([0, 13, false, 'Ada']);
    expect(now.ratings).toEqual({ m5: 1 });
    expect(now.forms.map((f) => f.done)).toEqual([true]);
    expect(now.marks.map((m) => m.kind)).toEqual(['resolved']);
    expect(follow(now, { kind: 'earlier', begins: 0, events })).toBe(now);
  });

  it('drops a message that was sent again and lies before it', () => {
    const queued = play([joined, { kind: 'queue', message: { clientMessageId: 'c', text: '', state: 'waiting' } }]);
    expect(follow(queued, { kind: 'outgoing', clientMessageId: 'c', state: 'sent', seq: 4 }).outgoing).toEqual([]);
    expect(follow(queued, { kind: 'outgoing', clientMessageId: 'c', state: 'sent', seq: 11 }).outgoing.length).toBe(1);
  });
});
