import type { Session } from './api';
import { backoff } from './backoff';
import type { ChatServices } from './chatState';
import type { Frame } from './follower';
import { isStale, type Kept, type Outbox } from './outbox';
import { Problem } from './problem';

/** What a sender needs of the chat that it sends for. */
export interface Sending {
  readonly apply: (frame: Frame) => void;
  /** The conversation that there is, or a new one. */
  readonly session: () => Promise<Session>;
  /** The server does not know the conversation or the token. */
  readonly lose: (code: string) => Promise<void>;
  /** Messages wait for so many seconds, because there were too many. */
  readonly holdBack: (seconds: number | null) => void;
}

/** Empties the outbox: oldest first, one message at a time, one tab at a time, again and again until nothing waits. */
export class Sender {
  private isRunning = false;
  private isAskedAgain = false;
  private isClosed = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly services: ChatServices,
    private readonly outbox: Outbox,
    private readonly sending: Sending,
  ) {}

  /** Something may wait. */
  async run(): Promise<void> {
    // What was added after the last look and before the end would wait for the next message.
    this.isAskedAgain = this.isRunning;
    if (this.isRunning) return;
    this.isRunning = true;
    for (let failures = 0; !this.isClosed; ) {
      const wait = await this.services.tabs.exclusively(() => this.flush());
      if (wait === null && !this.isAskedAgain) break;
      this.isAskedAgain = false;
      if (wait === null) continue;
      await this.pause(wait === 0 ? backoff(failures++) : wait);
      this.sending.holdBack(null);
    }
    this.isRunning = false;
  }

  /** The network may be back. */
  tryNow(): void {
    this.wake?.();
  }

  close(): void {
    this.isClosed = true;
    this.wake?.();
  }

  /** Sends what waits; null when nothing is left, else for how long to wait in milliseconds, 0 for a usual while. */
  private async flush(): Promise<number | null> {
    for (;;) {
      const next = this.outbox.list().find((k) => k.problem === undefined && !isStale(k, this.services.now()));
      if (next === undefined || this.isClosed) return null;
      try {
        await this.post(next);
      } catch (e) {
        const wait = await this.refused(next, Problem.of(e));
        if (wait !== null) return wait;
      }
    }
  }

  private async post({ clientMessageId, text, attachments }: Kept): Promise<void> {
    this.sending.apply({ kind: 'outgoing', clientMessageId, state: 'sending' });
    const session = await this.sending.session();
    const { seq } = await this.services.api.postMessage(session, { clientMessageId, text, ...(attachments === undefined ? {} : { attachments }) });
    this.sending.apply({ kind: 'outgoing', clientMessageId, state: 'sent', seq });
    this.outbox.remove(clientMessageId);
    this.services.tabs.tell('outbox');
  }

  /** Null when the refusal is final and the next message may go. */
  private async refused({ clientMessageId }: Kept, problem: Problem): Promise<number | null> {
    const isLost = problem.isUnauthenticated || problem.code === 'conversation-not-found';
    if (isLost || problem.isTransient) {
      this.sending.apply({ kind: 'outgoing', clientMessageId, state: 'waiting' });
      if (isLost) await this.sending.lose(problem.isUnauthenticated ? 'token' : problem.code);
      if (problem.status === 429) this.sending.holdBack(problem.retryAfter ?? 1);
      return (problem.retryAfter ?? 0) * 1000;
    }
    this.outbox.change(clientMessageId, (kept) => ({ ...kept, problem: problem.code }));
    this.sending.apply({ kind: 'outgoing', clientMessageId, state: 'failed', problem: problem.code });
    this.services.onProblem(problem.code);
    return null;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.wake = done;
    });
  }
}
