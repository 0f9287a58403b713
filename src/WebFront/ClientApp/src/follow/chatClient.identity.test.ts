import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from './problem';
import { Browser, jwt, Server, settle, texts } from './testing/chat';

let server: Server;
let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  browser = new Browser(server);
});
afterEach(() => vi.useRealTimers());

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

  it('of anybody is forgotten with what is half written, in all tabs', async () => {
    const told: unknown[] = [];
    const open = (name: string) => browser.open(undefined, { onWiped: () => told.push(name), onIdentity: (customer) => told.push([name, customer]) });
    const [a] = [open('a'), open('b')];
    a.logout();
    expect(told).toEqual(['a', 'b', ['b', null], ['a', null]]);
    a.identify(jwt('ada'));
    await settle();
    told.length = 0;
    a.identify(jwt('ada'));
    expect(told.filter((t) => typeof t === 'string')).toEqual([]);
    a.identify(jwt('bob'));
    expect(told.filter((t) => typeof t === 'string')).toEqual(['a', 'b']);
  });

  it('of another customer that comes from another window wipes what is half written', () => {
    let wiped = 0;
    const chat = browser.open(undefined, { onWiped: () => wiped++ });
    chat.take({ customer: 'ada' });
    chat.take({ customer: 'ada', read: 1 });
    expect(wiped).toBe(0);
    chat.take({});
    expect(wiped).toBe(1);
  });

  it('that is given up while a conversation begins does not keep it', async () => {
    const letBegin = server.holdUp();
    const chat = browser.open();
    chat.identify(jwt('ada'));
    await settle();
    chat.send('x');
    await settle();
    chat.logout();
    letBegin();
    await settle();
    expect(chat.current).toBeNull();
    expect(browser.shelf.length).toBe(0);
    chat.send('y');
    await settle();
    expect(server.tokens).toEqual([jwt('ada'), undefined]);
    expect(texts(server)).toEqual(['y']);
  });
});
