/** What tabs of the same page tell each other. */
export type TabNote = 'outbox' | 'session' | 'read' | 'wiped';

/** The other tabs that show the same store's chat. */
export interface Tabs {
  tell(note: TabNote): void;
  listen(listener: (note: TabNote) => void): void;
  /** Does something while no other tab does it. */
  exclusively<T>(action: () => Promise<T>): Promise<T>;
  close(): void;
}

/** Tabs by the browser's channel and locks. Where it lacks them tabs do not hear of each other until they reload, and
 * two may send the same message, which the server then takes once. */
export function openTabs(store: string): Tabs {
  const name = `support.${store}`;
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  let onStorage: (() => void) | null = null;
  const locks = (navigator as { locks?: LockManager }).locks;
  return {
    tell: (note) => channel?.postMessage(note),
    listen: (listener) => {
      if (channel !== null) channel.onmessage = (e) => listener(e.data as TabNote);
      // A note may come before what it is about can be read here: browsers carry storage between tabs by themselves.
      addEventListener('storage', onStorage = () => listener('outbox'));
    },
    exclusively: async (action) => (locks === undefined ? action() : ((await locks.request(name, action)) as Awaited<ReturnType<typeof action>>)),
    close: () => {
      channel?.close();
      if (onStorage !== null) removeEventListener('storage', onStorage);
    },
  };
}
