import { backoff } from '../../follow/backoff';
import { HubSocket } from '../../follow/hubSocket';
import type { AgentView, Counts, Line, Viewer } from '../api/wire';

export interface Watched {
  readonly counts: Counts;
  readonly agents: readonly AgentView[];
  readonly me: AgentView | null;
}

export interface Opened {
  readonly line: Line;
  readonly lastSeq: number;
  readonly viewers: readonly Viewer[];
}

/** What the hub needs of the console that it serves. */
export interface HubListener {
  readonly frame: (target: string, argument: Readonly<Record<string, unknown>>) => void;
  readonly connecting: () => void;
  readonly watched: (reply: Watched) => void;
  readonly opened: (conversationId: string, reply: Opened) => void;
  readonly refused: (conversationId: string, code: string) => void;
  /** Everything is as it was before the connection broke; `missed` events came meanwhile. */
  readonly online: (missed: number) => void;
  readonly disconnected: () => void;
  /** It could not connect again and again. */
  readonly suspect: () => void;
  /** The number of the last event that is here. */
  readonly after: (conversationId: string) => number;
}

const suspectAfter = 2;

/** The code of a hub's refusal; null when the call failed for another reason. */
export const hubCode = (error: unknown): string | null => /HubException: (\w+)/.exec(String(error))?.[1]?.replaceAll('_', '-') ?? null;

/** The staff's hub for as long as it is open: after each reconnect it watches the store and follows what is open again. */
export class StaffHub {
  private hub: HubSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;
  private isClosed = false;
  private readonly wanted = new Set<string>();

  constructor(
    private readonly url: string,
    private readonly store: string,
    private readonly listener: HubListener,
  ) {
    addEventListener('online', this.tryNow);
    addEventListener('offline', this.drop);
    document.addEventListener('visibilitychange', this.tryNow);
    void this.connect();
  }

  get isOnline(): boolean {
    return this.hub !== null;
  }

  close(): void {
    this.isClosed = true;
    removeEventListener('online', this.tryNow);
    removeEventListener('offline', this.drop);
    document.removeEventListener('visibilitychange', this.tryNow);
    if (this.timer !== null) clearTimeout(this.timer);
    this.hub?.close();
  }

  /** Follows a conversation from the last number that is here, now and after each reconnect. */
  open(conversationId: string): void {
    this.wanted.add(conversationId);
    if (this.hub !== null) void this.follow(this.hub, conversationId);
  }

  leave(conversationId: string): void {
    this.wanted.delete(conversationId);
    this.tell('close', { conversationId });
  }

  /** Calls a method; nothing is lost when it fails. */
  tell(target: string, argument: object): void {
    this.hub?.invoke(target, argument).catch(() => undefined);
  }

  invoke(target: string, argument: object): Promise<unknown> {
    return this.hub?.invoke(target, argument) ?? Promise.reject(new Error('closed'));
  }

  private readonly tryNow = (): void => {
    if (this.timer === null || document.visibilityState === 'hidden') return;
    clearTimeout(this.timer);
    this.timer = null;
    void this.connect();
  };

  /** The browser knows that the network is gone long before the socket does. */
  private readonly drop = (): void => this.hub?.close();

  private async connect(): Promise<void> {
    this.listener.connecting();
    let isReady = false;
    const hub = new HubSocket(this.url, {
      message: (target, argument) => this.isClosed || this.listener.frame(target, argument as Record<string, unknown>),
      closed: () => {
        if (!isReady) return;
        this.hub = null;
        this.retry();
      },
    });
    try {
      await hub.open();
      this.listener.watched((await hub.invoke('watch', { store: this.store })) as Watched);
      isReady = true;
      if (this.isClosed) return hub.close();
      this.hub = hub;
      const missed = await Promise.all([...this.wanted].map((id) => this.follow(hub, id)));
      if (this.hub !== hub) return;
      this.failures = 0;
      this.listener.online(missed.reduce((sum, n) => sum + n, 0));
    } catch {
      if (isReady) return;
      hub.close();
      this.retry();
    }
  }

  private async follow(hub: HubSocket, conversationId: string): Promise<number> {
    const after = this.listener.after(conversationId);
    try {
      const reply = (await hub.invoke('open', { conversationId, after })) as Opened;
      this.listener.opened(conversationId, reply);
      return Math.max(0, reply.lastSeq - after);
    } catch (e) {
      const code = hubCode(e);
      if (code !== null) {
        this.wanted.delete(conversationId);
        this.listener.refused(conversationId, code);
      }
      return 0;
    }
  }

  private retry(): void {
    if (this.isClosed || this.timer !== null) return;
    this.listener.disconnected();
    this.failures++;
    if (this.failures >= suspectAfter) this.listener.suspect();
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.connect();
    }, backoff(this.failures - 1));
  }
}
