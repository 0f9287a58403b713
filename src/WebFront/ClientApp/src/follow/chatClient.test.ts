import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Api, OutgoingMessage, Session } from './api';
import { ChatClient } from './chatClient';
import type { ConnectionEvents } from './connection';
import { Memory, PageShelf, type Shelf } from './memory';
import { Problem } from './problem';
import type { TabNote, Tabs } from './tabs';

/** A server that keeps each client id once, and can be down. */
class Server {
  readonly log: { id: string; text: string; conversation: string }[] = [];
  readonly forms: unknown[] = [];
  readonly tokens: (string | undefined)[] = [];
  begun = 0;
  refuse: (message: OutgoingMessage) => Problem | null = () => null;
  readonly followers: { session: Session; events: ConnectionEvents }[] = [];

  api(): Api {
    return {
      startConversation: async (_: string, __: unknown, token?: string) => {
        this.tokens.push(token);
        return { conversationId: `c${++this.begun}`, visitorToken: token ?? 'visitor' };
      },
      postMessage: async (session: Session, message: OutgoingMessage) => {
        const problem = this.refuse(message);
        if (problem !== null) throw problem;
        if (!this.log.some((m) => m.id === message.clientMessageId))
          this.log.push({ id: message.clientMessageId, text: message.text, conversation: session.conversationId });
        return { seq: this.log.length, duplicate: false };
      },
      submitForm: async (_: Session, answer: unknown) => void this.forms.push(answer),
    } as unknown as Api;
  }
}

/** Tabs of one browser: they hear each other, and one at a time does what is exclusive. */
class Browser {
  private readonly all: ((note: TabNote) => void)[] = [];
  private last: Promise<unknown> = Promise.resolve();
  readonly shelf: Shelf = new PageShelf();
  now = 1_000_000_000;

  constructor(readonly server: Server) {}

  open(refresh?: () => Promise<string>): ChatClient {
    let own: ((note: TabNote) => void) | null = null;
    const tabs: Tabs = {
      tell: (note) => this.all.filter((l) => l !== own).forEach((l) => l(note)),
      listen: (listener) => void this.all.push((own = listener)),
      exclusively: (action) => {
        const next = this.last.then(action);
        this.last = next.catch(() => undefined);
        return next;
      },
      close: () => undefined,
    };
    return new ChatClient(
      {
        api: this.server.api(), memory: new Memory('demo', this.shelf), tabs, refresh,
        connect: (session, events) => {
          this.server.followers.push({ session, events });
          return { close: () => undefined, setTyping: () => undefined };
        },
        page: () => ({ url: '', title: '', referrer: '' }), locale: () => 'en', now: () => this.now, onMessage: () => undefined, onProblem: () => undefined, onIdentity: () => undefined,
      },
      { id: 'demo', name: '', assistantName: '', locale: 'en', greeting: '', starterQuestions: [] },
    );
  }
}

const jwt = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.s`;
const settle = () => vi.advanceTimersByTimeAsync(60_000);
const texts = (server: Server) => server.log.map((m) => m.text);

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

describe('identity', () => {
  it('is kept for the same customer and wiped for another', async () => {
    const chat = browser.open();
    chat.identify(jwt('ada'));
    chat.send('a');
    await settle();
    expect(server.tokens).toEqual([jwt('ada')]);
    chat.identify(jwt('ada'));
    expect(chat.current?.conversationId).toBe('c1');
    chat.identify(jwt('bob'));
    expect(chat.current).toBeNull();
    expect(chat.state.conversation.messages).toEqual([]);
    const kept = Array.from({ length: browser.shelf.length }, (_, i) => browser.shelf.getItem(browser.shelf.key(i)!));
    expect(kept).toEqual([JSON.stringify('bob')]);
    chat.logout();
    expect(browser.shelf.length).toBe(0);
  });

  it('is renewed by the page when its token is over, and the message repeated', async () => {
    const tokens = ['1', '2'].map((n) => `${jwt('ada')}${n}`);
    const chat = browser.open(async () => tokens.shift() ?? 'none');
    await settle();
    server.refuse = () => (chat.current?.visitorToken.endsWith('1') === true ? new Problem('token-expired', '', 401) : null);
    chat.send('a');
    await settle();
    expect(texts(server)).toEqual(['a']);
    expect(chat.current?.visitorToken.endsWith('2')).toBe(true);
    expect(server.begun).toBe(1);
  });

  it('of another customer is taken by one tab, and the other tabs forget the first', async () => {
    const [a, b] = [browser.open(), browser.open()];
    for (const tab of [a, b]) tab.identify(jwt('ada'));
    a.send('x');
    await settle();
    a.identify(jwt('bob'));
    expect(b.current).toBeNull();
    b.identify(jwt('bob'));
    a.send('y');
    await settle();
    expect(server.tokens).toEqual([jwt('ada'), jwt('bob')]);
    expect(b.current?.conversationId).toBe(a.current?.conversationId);
  });

  it('is forgotten by all tabs at once', async () => {
    const [a, b] = [browser.open(), browser.open()];
    a.send('x');
    await settle();
    expect(b.current?.conversationId).toBe('c1');
    a.logout();
    expect(b.current).toBeNull();
  });
});
