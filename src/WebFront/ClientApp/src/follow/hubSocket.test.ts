import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HubSocket } from './hubSocket';

class FakeSocket {
  static last: FakeSocket;
  readonly sent: string[] = [];
  onopen: () => void = () => undefined;
  onclose: () => void = () => undefined;
  onmessage: (e: { data: string }) => void = () => undefined;

  constructor(readonly url: string) {
    FakeSocket.last = this;
  }

  send(data: string): void {
    this.sent.push(data);
  }

  close(): void {
    this.onclose();
  }
}

const told: unknown[] = [];
let closed = 0;
const end = '\u001e';

function open(): { hub: HubSocket; socket: FakeSocket } {
  const hub = new HubSocket('ws://x/hubs/chat', { message: (target, argument) => told.push([target, argument]), closed: () => closed++ });
  FakeSocket.last.onopen();
  return { hub, socket: FakeSocket.last };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  told.length = 0;
  closed = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('shakes hands, then takes several messages of one packet', async () => {
  const { hub, socket } = open();
  const ready = hub.open();
  expect(socket.sent).toEqual([`{"protocol":"json","version":1}${end}`]);
  socket.onmessage({ data: `{}${end}{"type":1,"target":"event","arguments":[1]}${end}{"type":6}${end}{"type":1,"target":"event","arguments":[2]}${end}` });
  await ready;
  expect(told).toEqual([['event', 1], ['event', 2]]);
});

it('gives each call its own answer', async () => {
  const { hub, socket } = open();
  socket.onmessage({ data: `{}${end}` });
  const [a, b] = [hub.invoke('join', 1), hub.invoke('typing_start')];
  socket.onmessage({ data: `{"type":3,"invocationId":"2","error":"HubException: busy: no"}${end}{"type":3,"invocationId":"1","result":{"lastSeq":4}}${end}` });
  await expect(a).resolves.toEqual({ lastSeq: 4 });
  await expect(b).rejects.toThrow('busy');
});

it('fails what is under way when it closes, once', async () => {
  const { hub, socket } = open();
  socket.onmessage({ data: `{}${end}` });
  const call = hub.invoke('join');
  socket.onmessage({ data: `{"type":7}${end}` });
  await expect(call).rejects.toThrow('closed');
  hub.close();
  expect(closed).toBe(1);
});

it('gives up a connection on which nothing is heard, and keeps its own side awake', () => {
  const { socket } = open();
  socket.onmessage({ data: `{}${end}` });
  vi.advanceTimersByTime(16_000);
  expect(socket.sent.at(-1)).toBe(`{"type":6}${end}`);
  expect(closed).toBe(0);
  vi.advanceTimersByTime(20_000);
  expect(closed).toBe(1);
});
