import { vi } from 'vitest';
import type { FakeServer } from './fakeServer';

const separator = '\u001e';

/** The parts of a browser that the console needs, joined to a server in memory. Gives what the tests steer it by. */
export function openFakeBrowser(server: FakeServer) {
  const sockets = new Set<{ onclose: (() => void) | null; close: () => void }>();
  const sent: { method: string; path: string; csrf: string | null }[] = [];
  let isOnline = true;

  class FakeSocket {
    onopen: (() => void) | null = null;
    onmessage: ((e: { data: string }) => void) | null = null;
    onclose: (() => void) | null = null;
    private hub: ReturnType<FakeServer['connect']> | null = null;
    private isClosed = false;

    constructor() {
      sockets.add(this);
      queueMicrotask(() => (isOnline ? this.onopen?.() : this.close()));
    }

    send(data: string): void {
      for (const text of data.split(separator).filter((t) => t !== '')) this.take(JSON.parse(text) as never);
    }

    close(): void {
      if (this.isClosed) return;
      this.isClosed = true;
      sockets.delete(this);
      this.hub?.close();
      this.onclose?.();
    }

    private take(message: { protocol?: string; target?: string; arguments?: [Record<string, unknown>]; invocationId?: string }): void {
      if (message.protocol !== undefined) {
        this.hub = server.connect((target, argument) => this.tell({ type: 1, target, arguments: [argument] }));
        return this.tell({});
      }
      if (message.target === undefined) return;
      const reply = { type: 3, invocationId: message.invocationId };
      try {
        this.tell({ ...reply, result: this.hub!.invoke(message.target, message.arguments![0]) });
      } catch (e) {
        this.tell({ ...reply, error: (e as Error).message });
      }
    }

    private tell(message: object): void {
      queueMicrotask(() => this.isClosed || this.onmessage?.({ data: JSON.stringify(message) + separator }));
    }
  }

  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('location', { origin: 'http://console.test' });
  vi.stubGlobal('navigator', { language: 'en' });
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined, removeEventListener: () => undefined });
  const listeners = new Map<string, Set<() => void>>();
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => listeners.set(type, (listeners.get(type) ?? new Set()).add(listener)));
  vi.stubGlobal('removeEventListener', (type: string, listener: () => void) => listeners.get(type)?.delete(listener));
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!isOnline) throw new TypeError('no network');
    sent.push({ method: init.method!, path, csrf: new Headers(init.headers).get('X-CSRF') });
    const { status, body } = server.request(init.method!, path, JSON.parse((init.body as string | undefined) ?? '{}') as never);
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
  return {
    sent,
    /** Takes the network away, which breaks what is open, or gives it back. */
    setOnline: (value: boolean) => {
      isOnline = value;
      if (!value) for (const socket of [...sockets]) socket.close();
      else listeners.get('online')?.forEach((l) => l());
    },
    happen: (type: string) => listeners.get(type)?.forEach((l) => l()),
  };
}
