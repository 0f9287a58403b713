import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from './problem';
import { Browser, event, Server, settle, texts } from './testing/chat';

let server: Server;
let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  browser = new Browser(server);
});
afterEach(() => vi.useRealTimers());

describe('messages on their way out', () => {
  it('go out in the order of their writing once the network is back', async () => {
    let down = true;
    server.refuse = () => (down ? new Problem('offline', '', 0) : null);
    const chat = browser.open();
    for (let i = 0; i < 10; i++) chat.send(`m${i}`);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.log).toEqual([]);
    down = false;
    chat.tryNow();
    await settle();
    expect(texts(server)).toEqual(Array.from({ length: 10 }, (_, i) => `m${i}`));
  });

  it('survive a reload, and go out once from two tabs', async () => {
    server.refuse = () => new Problem('offline', '', 0);
    const first = browser.open();
    first.send('a');
    first.send('b');
    await vi.advanceTimersByTimeAsync(100);
    first.close();
    server.refuse = () => null;
    const [second, third] = [browser.open(), browser.open()];
    third.send('c');
    await settle();
    expect(texts(server)).toEqual(['a', 'b', 'c']);
    expect(server.begun).toBe(1);
    expect(second.state.conversation.outgoing.filter((o) => o.state === 'waiting')).toEqual([]);
  });

  it('are written down in order when the clock goes back', async () => {
    server.refuse = () => new Problem('offline', '', 0);
    const chat = browser.open();
    chat.send('first');
    browser.now -= 10 * 3600_000;
    chat.send('second');
    server.refuse = () => null;
    chat.tryNow();
    await settle();
    expect(texts(server)).toEqual(['first', 'second']);
  });

  it('wait for the customer’s word after an hour', async () => {
    server.refuse = () => new Problem('offline', '', 0);
    const chat = browser.open();
    chat.send('old');
    await vi.advanceTimersByTimeAsync(10);
    chat.close();
    browser.now += 3_700_000;
    server.refuse = () => null;
    const later = browser.open();
    await settle();
    expect(texts(server)).toEqual([]);
    expect(later.state.conversation.outgoing.map((o) => o.state)).toEqual(['stale']);
    later.retry(later.state.conversation.outgoing[0]!.clientMessageId);
    await settle();
    expect(texts(server)).toEqual(['old']);
  });

  it('say why they were refused, and let the next ones pass', async () => {
    server.refuse = (m) => (m.text === 'bad' ? new Problem('message-too-long', '', 400) : null);
    const chat = browser.open();
    chat.send('bad');
    chat.send('good');
    await settle();
    expect(texts(server)).toEqual(['good']);
    expect(chat.state.conversation.outgoing[0]).toMatchObject({ state: 'failed', problem: 'message-too-long' });
    chat.discard(chat.state.conversation.outgoing[0]!.clientMessageId);
    expect(browser.open().state.conversation.outgoing.filter((o) => o.state === 'failed')).toEqual([]);
  });

  it('are held back for as long as the server says', async () => {
    let times = 0;
    server.refuse = () => (times++ === 0 ? new Problem('rate-limited', '', 429, 7) : null);
    const chat = browser.open();
    chat.send('x');
    await vi.advanceTimersByTimeAsync(6_900);
    expect(chat.state.heldBack).toBe(7);
    expect(times).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(texts(server)).toEqual(['x']);
    expect(chat.state.heldBack).toBeNull();
  });

  it('are not forgotten when they are written as the last one has just gone out', async () => {
    // One of these many moments falls between the last look into the outbox and the end.
    for (let turns = 0; turns < 60; turns++) {
      const at = new Server();
      const chat = new Browser(at).open();
      chat.send('a');
      for (let i = 0; i < turns; i++) await Promise.resolve();
      chat.send('b');
      await settle();
      expect(texts(at)).toEqual(['a', 'b']);
      chat.close();
    }
  });

  it('begin another conversation when theirs is gone', async () => {
    const chat = browser.open();
    chat.send('a');
    await settle();
    server.refuse = (m) => (m.text === 'b' && server.begun === 1 ? new Problem('conversation-not-found', '', 404) : null);
    chat.send('b');
    await settle();
    expect(server.log.map((m) => m.conversation)).toEqual(['c1', 'c2']);
  });
});

it('sends the form before the chat right after the conversation was begun', async () => {
  const chat = browser.open();
  chat.fillPreChat({ formId: 'f', values: { name: 'Ada' } });
  expect(server.forms).toEqual([]);
  chat.send('a');
  await settle();
  expect(server.forms).toEqual([{ formId: 'f', values: { name: 'Ada' } }]);
  expect(browser.open().state.preChatDone).toBe(true);
});

describe('the form before the chat, when it is refused', () => {
  const form = { formId: 'f', fields: [{ name: 'email', label: 'Mail', type: 'email' as const }], skippable: true };
  const answer = { formId: 'f', values: { email: 'ada@' } };

  it('is asked again with what was written and what is wrong, after a reload too, and the message goes out', async () => {
    server.refuseForm = new Problem('invalid-form', '', 400, null, { email: 'not_an_email' });
    server.profile = { widget: { preChat: form } };
    const chat = browser.open();
    chat.fillPreChat(answer);
    chat.send('a');
    await settle();
    expect(texts(server)).toEqual(['a']);
    expect(chat.state.refusedForm).toEqual({ form, answer, errors: { email: 'not_an_email' } });
    chat.close();
    const later = browser.open();
    expect(later.state.refusedForm?.answer).toEqual(answer);
    server.refuseForm = null;
    await later.correctForm({ ...answer, values: { email: 'ada@example.com' } });
    expect(server.forms).toEqual([{ formId: 'f', values: { email: 'ada@example.com' } }]);
    expect(browser.open().state.refusedForm).toBeNull();
  });

  it('is let go when the store does not ask it any more', async () => {
    server.refuseForm = new Problem('form-not-found', '', 404);
    const chat = browser.open();
    chat.fillPreChat(answer);
    chat.send('a');
    await settle();
    expect(texts(server)).toEqual(['a']);
    expect(chat.state.refusedForm).toBeNull();
  });
});

describe('earlier events', () => {
  const join = (begins: number, count: number) => {
    const { events } = server.followers.at(-1)!;
    events.frame({ kind: 'joined', begins, human: null, queue: null, resolved: false });
    for (let seq = begins + 1; seq <= begins + count; seq++) events.frame({ kind: 'event', event: event(seq) });
    events.state('online');
  };

  it('are read window by window, each once', async () => {
    const chat = browser.open();
    chat.send('a');
    await settle();
    join(150, 100);
    expect(server.reads).toEqual([]);
    await Promise.all([chat.readEarlier(), chat.readEarlier()]);
    await chat.readEarlier();
    await chat.readEarlier();
    expect(server.reads).toEqual([[50, 100], [0, 50]]);
    expect(chat.state.conversation.messages.map((m) => m.seq)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
  });

  it('that are unread are read at once, as far as somebody may want them', async () => {
    const chat = browser.open();
    chat.send('a');
    await settle();
    chat.markRead(830);
    join(900, 100);
    await settle();
    expect(server.reads).toEqual([[800, 100]]);
    chat.startOver();
    chat.send('b');
    await settle();
    chat.markRead(1);
    join(9_000, 100);
    await settle();
    expect(server.reads.length).toBe(4);
  });
});
