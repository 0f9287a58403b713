import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Api, OutgoingMessage, Session, StoreProfile } from './api';
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
  readonly identified: [string, string][] = [];
  readonly reads: [number, number][] = [];
  refuseForm: Problem | null = null;
  refuseIdentity: Problem | null = null;
  profile: Partial<StoreProfile> = {};
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
      submitForm: async (_: Session, answer: unknown) => {
        if (this.refuseForm !== null) throw this.refuseForm;
        this.forms.push(answer);
      },
      getProfile: async () => this.profile,
      identify: async (session: Session, token: string) => {
        if (this.refuseIdentity !== null) throw this.refuseIdentity;
        this.identified.push([session.visitorToken, token]);
      },
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
          return {
            close: () => undefined, setTyping: () => undefined,
            read: async (after, limit) => {
              this.server.reads.push([after, limit]);
              return Array.from({ length: limit }, (_, i) => event(after + i + 1));
            },
          };
        },
        page: () => ({ url: '', title: '', referrer: '' }), locale: () => 'en', now: () => this.now, onMessage: () => undefined, onProblem: () => undefined, onIdentity: () => undefined,
      },
      { id: 'demo', name: '', assistantName: '', locale: 'en', greeting: '', starterQuestions: [] },
    );
  }
}

const event = (seq: number) => ({ seq, type: 'message-posted', at: '2026-11-21T10:00:00Z', data: { messageId: `m${seq}`, role: seq % 2 === 0 ? 'customer' : 'agent', text: `${seq}` } });
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

describe('identity', () => {
  it('of a visitor takes the conversation along, in all tabs', async () => {
    const [a, b] = [browser.open(), browser.open()];
    a.send('x');
    await settle();
    a.identify(jwt('ada'));
    await settle();
    expect(server.identified).toEqual([['visitor', jwt('ada')]]);
    expect([a.current, b.current]).toEqual([0, 1].map(() => ({ conversationId: 'c1', visitorToken: jwt('ada') })));
    b.identify(jwt('ada'));
    b.send('y');
    await settle();
    expect(server.identified.length).toBe(1);
    expect(server.log.map((m) => m.conversation)).toEqual(['c1', 'c1']);
  });

  it('of a visitor waits for the network, and loses nothing', async () => {
    server.refuseIdentity = new Problem('offline', '', 0);
    const chat = browser.open();
    chat.send('x');
    await settle();
    chat.identify(jwt('ada'));
    await settle();
    expect(chat.current?.visitorToken).toBe('visitor');
    server.refuseIdentity = null;
    await settle();
    expect(chat.current).toEqual({ conversationId: 'c1', visitorToken: jwt('ada') });
  });

  it('of a visitor that the server will not have begins anew', async () => {
    server.refuseIdentity = new Problem('conversation-not-found', '', 404);
    const chat = browser.open();
    chat.send('x');
    await settle();
    chat.identify(jwt('ada'));
    await settle();
    expect(chat.current).toBeNull();
    server.refuseIdentity = null;
    chat.send('y');
    await settle();
    expect(server.tokens).toEqual([undefined, jwt('ada')]);
  });

  it('that changes while it is tried is the last one', async () => {
    server.refuseIdentity = new Problem('offline', '', 0);
    const chat = browser.open();
    chat.send('x');
    await settle();
    chat.identify(jwt('ada'));
    await vi.advanceTimersByTimeAsync(10);
    chat.identify(jwt('bob'));
    server.refuseIdentity = null;
    await settle();
    expect(server.identified).toEqual([['visitor', jwt('bob')]]);
  });

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
