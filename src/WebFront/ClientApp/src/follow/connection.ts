import { host } from '../widget/host';
import type { Session } from './api';
import { backoff } from './backoff';
import type { Frame } from './follower';
import { HubSocket } from './hubSocket';
import type { JoinReply, WireEvent } from './protocol';

export type ConnectionState = 'connecting' | 'online' | 'offline';

export interface ConnectionEvents {
  readonly frame: (frame: Frame) => void;
  readonly state: (state: ConnectionState) => void;
  /** The conversation is gone or the token no longer good: no use in trying again with these. */
  readonly lost: (code: string) => void;
  /** The number of the last event that the client has. */
  readonly lastSeq: () => number;
}

/** How many numbers of the log are read at once, and at first. */
export const windowSize = 100;

// The last event may be one that customers do not get.
const catchUpWithin = 1000;
const fatal = ['conversation_not_found', 'token_invalid', 'token_expired', 'wrong_store', 'access_denied'];

/** Follows a conversation over the hub for as long as it is open: every reconnect resumes after the last event. */
export class Connection {
  private hub: HubSocket | null = null;
  private closed = false;
  private failures = 0;
  private behind: { readonly lastSeq: number; readonly done: () => void } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly base: string,
    private readonly session: Session,
    private readonly events: ConnectionEvents,
  ) {
    host.addEventListener('online', this.tryNow);
    host.addEventListener('offline', this.drop);
    host.document.addEventListener('visibilitychange', this.tryNow);
    void this.open();
  }

  close(): void {
    this.closed = true;
    host.removeEventListener('online', this.tryNow);
    host.removeEventListener('offline', this.drop);
    host.document.removeEventListener('visibilitychange', this.tryNow);
    if (this.timer !== null) clearTimeout(this.timer);
    this.hub?.close();
  }

  /** Tells the other side that the customer types or stopped; nothing is lost when it fails. */
  setTyping(isTyping: boolean): void {
    this.hub?.invoke(isTyping ? 'typing_start' : 'typing_stop').catch(() => undefined);
  }

  /** Events of the log after a number; a window of them. */
  async read(after: number, limit: number): Promise<readonly WireEvent[]> {
    if (this.hub === null) throw new Error('closed');
    return ((await this.hub.invoke('read', { after, limit })) as { events: readonly WireEvent[] }).events;
  }

  private readonly tryNow = (): void => {
    if (this.timer === null || host.document.visibilityState === 'hidden') return;
    clearTimeout(this.timer);
    this.timer = null;
    void this.open();
  };

  /** The browser knows that the network is gone long before the socket does. */
  private readonly drop = (): void => this.hub?.close();

  private async open(): Promise<void> {
    this.events.state('connecting');
    let joined = false;
    // Events may overtake the reply to the join, which says where they begin.
    const early: [string, never][] = [];
    const hub = new HubSocket(`${this.base.replace(/^http/, 'ws')}hubs/chat`, {
      message: (target, argument) => (joined ? this.take(target, argument as never) : void early.push([target, argument as never])),
      closed: () => {
        if (!joined) return;
        this.hub = null;
        this.events.frame({ kind: 'disconnected' });
        this.retry();
      },
    });
    try {
      await hub.open();
      this.hub = hub;
      const { conversationId, visitorToken } = this.session;
      const after = this.events.lastSeq();
      const reply = (await hub.invoke('join', { conversationId, after, last: windowSize, token: visitorToken })) as JoinReply;
      joined = true;
      this.failures = 0;
      if (this.closed) return hub.close();
      if (after === 0) this.events.frame(standingOf(reply));
      for (const [target, argument] of early) this.take(target, argument);
      this.catchUp(reply.lastSeq, hub);
    } catch (e) {
      this.hub = null;
      hub.close();
      const code = /HubException: (\w+): /.exec(String(e))?.[1];
      if (code !== undefined && fatal.includes(code) && !this.closed) this.events.lost(code.replaceAll('_', '-'));
      else this.retry();
    }
  }

  /** What is shown is live when everything that was missed is there. */
  private catchUp(lastSeq: number, hub: HubSocket): void {
    const done = () => {
      this.behind = null;
      if (this.hub === hub) this.events.state('online');
    };
    if (this.events.lastSeq() >= lastSeq) return done();
    this.behind = { lastSeq, done };
    setTimeout(() => this.behind?.done === done && done(), catchUpWithin);
  }

  private take(target: string, argument: never): void {
    if (this.closed) return;
    switch (target) {
      case 'event':
        this.events.frame({ kind: 'event', event: argument as WireEvent });
        if (this.behind !== null && this.events.lastSeq() >= this.behind.lastSeq) this.behind.done();
        return;
      case 'response_chunk': {
        const { turnId, offset, chunk } = argument as { turnId: string; offset: number; chunk: string };
        return this.events.frame({ kind: 'chunk', turnId, offset, text: chunk });
      }
      case 'status':
        return this.events.frame({ kind: 'status', ...(argument as { turnId: string; status: string }) });
      case 'typing':
        return this.events.frame({ kind: 'typing', ...(argument as { isTyping: boolean; isHuman: boolean }) });
    }
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

function standingOf({ after = 0, status, agentName, agentPictureUrl, queuePosition }: JoinReply): Frame {
  const picture = agentPictureUrl === undefined ? {} : { pictureUrl: agentPictureUrl };
  return {
    kind: 'joined',
    begins: after,
    human: agentName === undefined ? null : { name: agentName, ...picture },
    queue: status === 'waiting' ? { position: queuePosition ?? null } : null,
    resolved: status === 'resolved',
  };
}
