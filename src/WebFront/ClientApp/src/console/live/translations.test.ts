import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openFakeBrowser } from '../testing/fakeBrowser';
import { FakeServer } from '../testing/fakeServer';
import { StaffClient } from './staffClient';

let server: FakeServer;
let client: StaffClient;
let asked: number[][];
let isDown: boolean;

const settled = () => vi.advanceTimersByTimeAsync(1);
const shown = () => [...(client.state.translations.get('c1') ?? [])].sort(([a], [b]) => a - b);

beforeEach(async () => {
  vi.useFakeTimers();
  server = new FakeServer();
  server.start('c1', 'مرحبا', { locale: 'ar' });
  asked = [];
  isDown = false;
  server.things.set('translations', (_: string, { seqs }: { seqs: number[] }) => {
    asked.push(seqs);
    return { texts: seqs.map((seq) => ({ seq, text: `translation of ${seq}` })) };
  });
  server.refuse = (_, path) => (isDown && path.endsWith('/translations') ? { status: 429, body: { code: 'busy' } } : null);
  openFakeBrowser(server);
  client = new StaffClient(server.session!.stores[0]!, server.session!, () => undefined, () => undefined);
  await settled();
  client.select('c1');
  await settled();
});

afterEach(() => {
  client.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks for what was said once, and for what comes later', async () => {
  client.translations.toggle('c1');
  await Promise.all([client.translations.fill('c1'), client.translations.fill('c1')]);
  await settled();
  server.append('c1', 'note-added', { agentId: 'ada', author: 'Ada', text: 'Hm.' });
  server.append('c1', 'message-posted', { messageId: 'x', role: 'customer', text: 'أين طردي؟' });
  await settled();
  await client.translations.fill('c1');
  expect(asked).toEqual([[1], [3]]);
  expect(shown()).toEqual([[1, 'translation of 1'], [3, 'translation of 3']]);
});

it('asks in pieces that the server takes, latest first', async () => {
  for (let n = 0; n < 60; n++) server.append('c1', 'message-posted', { messageId: `m${n}`, role: 'customer', text: n === 30 ? 'x'.repeat(9_000) : 'نعم' });
  await settled();
  client.translations.toggle('c1');
  await settled();
  expect(asked.map((seqs) => [seqs[0], seqs.length])).toEqual([[61, 29], [32, 1], [31, 31]]);
  expect(shown()).toHaveLength(61);
});

it('forgets them when they are wanted no longer, also while the answer is on its way', async () => {
  client.translations.toggle('c1');
  client.translations.toggle('c1');
  await settled();
  expect(client.state.translations.has('c1')).toBe(false);
});

it('says so when the server cannot, keeps what is there and asks again with the next message', async () => {
  client.translations.toggle('c1');
  await settled();
  isDown = true;
  server.append('c1', 'message-posted', { messageId: 'x', role: 'customer', text: 'أين طردي؟' });
  await settled();
  await client.translations.fill('c1');
  expect(client.state.toasts.at(-1)?.isProblem).toBe(true);
  expect(shown()).toHaveLength(1);
  isDown = false;
  server.append('c1', 'message-posted', { messageId: 'y', role: 'customer', text: 'شكرا' });
  await settled();
  await client.translations.fill('c1');
  expect(shown()).toHaveLength(3);
});
