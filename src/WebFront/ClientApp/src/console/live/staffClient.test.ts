import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listedOf } from '../lists/useListed';
import { openFakeBrowser } from '../testing/fakeBrowser';
import { FakeServer } from '../testing/fakeServer';
import { withPending } from '../state/lines';
import { StaffClient } from './staffClient';

let server: FakeServer;
let browser: ReturnType<typeof openFakeBrowser>;
let client: StaffClient;
let signedOut: number;

const settled = () => vi.advanceTimersByTimeAsync(1);
const shown = (id: string) => withPending(client.state.lines.get(id)!, client.state.pending);
const texts = (id: string) => client.state.threads.get(id)!.events.map((e) => e.data['text'] ?? e.type);
const ids = () => listedOf(client.state).map((l) => l.conversationId);

beforeEach(async () => {
  vi.useFakeTimers();
  server = new FakeServer();
  server.start('c1', 'Hello', { status: 'waiting', desk: 'main' });
  server.start('c2', 'Hi');
  browser = openFakeBrowser(server);
  signedOut = 0;
  client = new StaffClient(server.session!.stores[0]!, server.session!, () => signedOut++, () => undefined);
  client.go('inbox', 'all');
  await settled();
});

afterEach(() => {
  client.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('lists, follows what is chosen, and keeps both as they change', async () => {
  expect(ids().sort()).toEqual(['c1', 'c2']);
  client.select('c1');
  await settled();
  server.append('c1', 'message-posted', { messageId: 'x', role: 'customer', text: 'Anybody?' });
  await settled();
  expect(texts('c1')).toEqual(['Hello', 'Anybody?']);
  expect(shown('c1').lastMessage?.text).toBe('Anybody?');
  expect(client.state.counts?.waiting).toBe(1);
  expect(client.state.read.get('c1')).toBe(2);
});

it('shows a thread again at once, from what it has', async () => {
  client.select('c1');
  await settled();
  client.select('c2');
  client.select('c1');
  expect(texts('c1')).toEqual(['Hello']);
});

describe('offers', () => {
  const offer = (conversationId: string) => ({ offerId: `o-${conversationId}`, conversationId, desk: 'main', expiresAt: server.now(), line: server.lines.get(conversationId)! });

  it('are followed before anybody has accepted them', async () => {
    server.tellAll('offers', { offers: [offer('c1')] });
    await settled();
    expect(texts('c1')).toEqual(['Hello']);
    expect(client.state.selected).toBeNull();
  });

  it('never take the place of what is shown', async () => {
    client.select('c2');
    for (let n = 10; n < 30; n++) {
      server.start(`c${n}`, 'Hi');
      server.tellAll('offers', { offers: [offer(`c${n}`)] });
      await settled();
    }
    server.append('c2', 'message-posted', { messageId: 'x', role: 'customer', text: 'Still there?' });
    await settled();
    expect(texts('c2')).toEqual(['Hi', 'Still there?']);
  });
});

it('forgets who was removed, and whoever was added stays', async () => {
  const ben = { agentId: 'ben', profile: { name: 'Ben', role: 'agent', slots: 4 }, presence: 'online', conversations: 0 };
  server.tellAll('agents', { agents: [ben], agentIds: ['ada', 'ben'] });
  await settled();
  expect([...client.state.agents.keys()]).toEqual(['ada', 'ben']);
  server.tellAll('agents', { agents: [], agentIds: ['ada'] });
  await settled();
  expect([...client.state.agents.keys()]).toEqual(['ada']);
  server.tellAll('agents', { agents: [ben] });
  await settled();
  expect([...client.state.agents.keys()]).toEqual(['ada', 'ben']);
});

it('asks before a page is left on which something is not saved', async () => {
  client.go('settings', undefined, 'people');
  client.unsaved.mark(true);
  client.go('inbox', 'mine');
  expect([client.state.page, client.state.part]).toEqual(['settings', 'people']);
  client.unsaved.discard();
  expect([client.state.page, client.state.view]).toEqual(['inbox', 'mine']);
});

it('shows and reads nothing of where it goes before that is decided', async () => {
  client.go('settings', undefined, 'people');
  client.unsaved.mark(true);
  await client.commands.acceptOffer('o-c1', 'c1');
  client.unsaved.keep();
  client.go('inbox', 'all', undefined, 'c2');
  await settled();
  expect([client.state.page, client.state.selected, client.state.read.size]).toEqual(['settings', null, 0]);
  client.unsaved.discard();
  await settled();
  expect([client.state.page, client.state.view, client.state.selected, client.state.read.get('c2')]).toEqual(['inbox', 'all', 'c2', 1]);
  client.go('inbox', 'mine', undefined, null);
  expect(client.state.selected).toBeNull();
});

it('asks again after a reconnect for what could not be had, and for nothing else', async () => {
  const views = [{ id: 'v', name: 'Late', filter: {}, shared: true }];
  expect(client.state.views).toEqual([]);
  server.things.set('views', { items: views });
  const reconnect = async () => {
    browser.setOnline(false);
    browser.setOnline(true);
    await vi.advanceTimersByTimeAsync(100);
  };
  await reconnect();
  expect(client.state.views).toEqual(views);
  const asked = (end: string) => server.asked.filter((a) => a.startsWith('GET') && a.endsWith(end)).length;
  const before = [asked('/views'), asked('/copilot')];
  await reconnect();
  expect([asked('/views'), asked('/copilot')]).toEqual([before[0], before[1]! + 1]);
});

it('sends what the session needs with each change', async () => {
  await client.commands.setPriority('c1', 'urgent');
  expect(browser.sent.at(-1)).toEqual({ method: 'POST', path: '/api/conversations/c1/priority', csrf: 'token' });
});

describe('claiming', () => {
  it('shows the winner before the server has answered', async () => {
    const claim = client.commands.claim('c1');
    expect(shown('c1')).toMatchObject({ status: 'with-agent', agentId: 'ada' });
    expect(await claim).toBe(true);
    await settled();
    expect(shown('c1').agentId).toBe('ada');
    expect(client.state.pending).toEqual([]);
  });

  it('takes it back when a colleague was faster, and says who', async () => {
    server.lines.set('c1', { ...server.lines.get('c1')!, agentId: 'ben', agentName: 'Ben' });
    expect(await client.commands.claim('c1')).toBe(false);
    expect(shown('c1').status).toBe('waiting');
    expect(client.state.toasts.at(-1)).toMatchObject({ isProblem: true, text: 'Ben was faster.' });
  });

  it('asks once when it is asked twice', async () => {
    const both = [client.commands.claim('c1'), client.commands.claim('c1')];
    expect(client.commands.isClaiming('c1')).toBe(true);
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(server.asked.filter((a) => a.endsWith('/claim'))).toHaveLength(1);
    expect(client.commands.isClaiming('c1')).toBe(false);
  });

  it('takes a command back that is refused', async () => {
    server.refuse = (_, path) => (path.endsWith('resolve') ? { status: 403, body: { code: 'access_denied' } } : null);
    const done = client.commands.resolve('c1');
    expect(shown('c1').status).toBe('resolved');
    expect(await done).toBe(false);
    expect(shown('c1').status).toBe('waiting');
  });
});

describe('replies', () => {
  const reply = () => client.replies.send({ conversationId: 'c1', kind: 'reply', text: 'On my way' });
  const sentIds = () => server.posted.filter((p) => p.path.endsWith('agent-messages')).map((p) => p.body['clientMessageId']);

  it('go out again with the same id until the server has them, and stand in the log once', async () => {
    let tries = 0;
    server.refuse = (_, path) => {
      if (!path.endsWith('agent-messages') || ++tries > 2) return null;
      // The first was kept, but its answer was lost.
      if (tries === 1) server.append('c1', 'message-posted', { messageId: 'm', role: 'agent', author: 'Ada', text: 'On my way', clientMessageId: client.state.outgoing[0]!.clientMessageId });
      return { status: 503, body: { code: 'storage_unavailable' } };
    };
    reply();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tries).toBe(3);
    client.select('c1');
    await settled();
    expect(texts('c1')).toEqual(['Hello', 'On my way']);
    expect(client.state.outgoing).toEqual([]);
  });

  it('do not go out again when the log has them already', async () => {
    client.select('c1');
    await settled();
    server.refuse = (_, path) => (path.endsWith('agent-messages') ? { status: 503, body: { code: 'storage_unavailable' } } : null);
    reply();
    await settled();
    server.append('c1', 'message-posted', { messageId: 'm', role: 'agent', author: 'Ada', text: 'On my way', clientMessageId: client.state.outgoing[0]!.clientMessageId });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.asked.filter((a) => a.endsWith('agent-messages'))).toHaveLength(1);
    expect(client.state.outgoing).toEqual([]);
  });

  it('wait while there is no network', async () => {
    client.select('c1');
    await settled();
    browser.setOnline(false);
    reply();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(client.state.outgoing).toHaveLength(1);
    browser.setOnline(true);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sentIds()).toHaveLength(1);
    expect(client.state.outgoing).toEqual([]);
  });

  it('stop at a refusal that is final, and can be sent again with the same id', async () => {
    server.refuse = (_, path) => (path.endsWith('agent-messages') ? { status: 409, body: { code: 'not_your_conversation' } } : null);
    reply();
    await settled();
    const [waiting] = client.state.outgoing;
    expect(waiting?.problem).toBe('not-your-conversation');
    server.refuse = () => null;
    client.replies.retry(waiting!.clientMessageId);
    await settled();
    expect(sentIds()).toEqual([waiting!.clientMessageId]);
  });
});

it('goes on from the last number after a reconnect, and says how much it missed', async () => {
  client.select('c1');
  await settled();
  browser.setOnline(false);
  expect(client.state.connection).toBe('offline');
  server.append('c1', 'message-posted', { messageId: 'x', role: 'customer', text: 'One' });
  server.append('c1', 'message-posted', { messageId: 'y', role: 'customer', text: 'Two' });
  browser.setOnline(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(texts('c1')).toEqual(['Hello', 'One', 'Two']);
  expect(client.state).toMatchObject({ connection: 'online', recovered: 2 });
  expect(shown('c1').lastMessage?.text).toBe('Two');
});

it('does not list after a reconnect what left the view meanwhile', async () => {
  browser.setOnline(false);
  server.append('c2', 'resolved', { by: 'staff' }, { status: 'resolved' });
  browser.setOnline(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(ids()).toEqual(['c1']);
});

it('fills a gap by asking again from the last number', async () => {
  client.select('c1');
  await settled();
  const log = server.logs.get('c1')!;
  server.logs.set('c1', [...log, { seq: 2, type: 'message-posted', at: server.now(), data: { role: 'customer', text: 'Unheard' } }]);
  server.append('c1', 'message-posted', { messageId: 'z', role: 'customer', text: 'Heard' });
  await settled();
  expect(texts('c1')).toEqual(['Hello', 'Unheard', 'Heard']);
});

describe('what is done to many', () => {
  const resolveAll = () => client.heldBack.run(['c1', 'c2'], 'resolve', undefined, () => ({ status: 'resolved' }), 'Both');
  const bulks = () => server.posted.filter((p) => p.path.endsWith(':bulk'));

  it('is shown at once and sent when it can no longer be undone', async () => {
    server.things.set('conversations:bulk', { results: [{ conversationId: 'c1', changed: true }, { conversationId: 'c2', changed: false, code: 'access_denied' }] });
    resolveAll();
    expect(ids()).toEqual([]);
    expect(bulks()).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(bulks()).toEqual([{ path: '/api/stores/demo/conversations:bulk', body: { conversationIds: ['c1', 'c2'], action: 'resolve' } }]);
    expect(ids()).toEqual(['c2']);
  });

  it('never happens when it was undone', async () => {
    resolveAll();
    client.state.toasts.at(-1)!.undo!();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(bulks()).toEqual([]);
    expect(ids().sort()).toEqual(['c1', 'c2']);
  });

  it('happens when the page goes away meanwhile', async () => {
    server.things.set('conversations:bulk', { results: [] });
    resolveAll();
    browser.happen('pagehide');
    await settled();
    expect(bulks()).toHaveLength(1);
  });
});

it('asks to sign in again when the session is over', async () => {
  server.refuse = () => ({ status: 401, body: { code: 'session_missing' } });
  await client.commands.setPriority('c1', 'high');
  expect(signedOut).toBe(1);
});

it('knows a conversation that is gone from one that does not answer', async () => {
  client.select('nowhere');
  await settled();
  expect(client.state.threads.get('nowhere')?.problem).toBe('conversation-not-found');
});
