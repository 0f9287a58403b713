import { type HubConnection, HubConnectionBuilder, HttpTransportType, LogLevel } from '@microsoft/signalr';
import type { Session } from './api';
import { backoff } from './backoff';
import type { Frame } from './follower';
import type { WireEvent } from './protocol';

export type ConnectionState = 'connecting' | 'online' | 'offline';

export interface ConnectionEvents {
  readonly frame: (frame: Frame) => void;
  readonly state: (state: ConnectionState) => void;
  /** The conversation is gone or the token no longer good: no use in trying again. */
  readonly lost: (code: string) => void;
  /** The number of the last event that the client has. */
  readonly lastSeq: () => number;
}

const fatal = ['conversation_not_found', 'token_invalid', 'token_expired', 'wrong_store'];

/** Follows a conversation over the hub for as long as it is open: every reconnect resumes after the last event. */
export class Connection {
  private hub: HubConnection | null = null;
  private closed = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly session: Session,
    private readonly events: ConnectionEvents,
  ) {
    addEventListener('online', this.tryNow);
    document.addEventListener('visibilitychange', this.tryNow);
    void this.open();
  }

  close(): void {
    this.closed = true;
    removeEventListener('online', this.tryNow);
    document.removeEventListener('visibilitychange', this.tryNow);
    if (this.timer !== null) clearTimeout(this.timer);
    void this.hub?.stop();
  }

  /** Tells the other side that the customer types or stopped; nothing is lost when it fails. */
  setTyping(isTyping: boolean): void {
    this.hub?.invoke(isTyping ? 'typing_start' : 'typing_stop').catch(() => undefined);
  }

  private readonly tryNow = (): void => {
    if (this.timer === null || document.visibilityState === 'hidden') return;
    clearTimeout(this.timer);
    this.timer = null;
    void this.open();
  };

  private async open(): Promise<void> {
    const hub = this.build();
    this.events.state('connecting');
    try {
      await hub.start();
      this.hub = hub;
      await hub.invoke('join', { conversationId: this.session.conversationId, after: this.events.lastSeq() });
      this.failures = 0;
      if (!this.closed) this.events.state('online');
    } catch (e) {
      await hub.stop().catch(() => undefined);
      const code = /HubException: (\w+): /.exec(String(e))?.[1];
      if (code !== undefined && fatal.includes(code)) this.events.lost(code);
      else this.retry();
    }
  }

  private build(): HubConnection {
    const hub = new HubConnectionBuilder()
      .withUrl('/hubs/chat', {
        accessTokenFactory: () => this.session.visitorToken,
        skipNegotiation: true,
        transport: HttpTransportType.WebSockets,
      })
      .configureLogging(LogLevel.None)
      .build();
    hub.on('event', (event: WireEvent) => this.events.frame({ kind: 'event', event }));
    hub.on('response_chunk', (c: { chunk: string; turnId: string; offset: number }) =>
      this.events.frame({ kind: 'chunk', turnId: c.turnId, offset: c.offset, text: c.chunk }),
    );
    hub.on('status', (s: { turnId: string; status: string }) => this.events.frame({ kind: 'status', ...s }));
    hub.on('typing', (t: { isTyping: boolean; isHuman: boolean }) => this.events.frame({ kind: 'typing', ...t }));
    // What these say is in the events already; without a handler the client would warn about them.
    for (const name of ['response_complete', 'action_performed', 'human_joined']) hub.on(name, () => undefined);
    hub.onclose(() => {
      if (this.hub !== hub) return;
      this.hub = null;
      this.events.frame({ kind: 'disconnected' });
      this.retry();
    });
    return hub;
  }

  private retry(): void {
    if (this.closed || this.timer !== null) return;
    this.events.state('offline');
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.open();
    }, backoff(this.failures++));
  }
}
