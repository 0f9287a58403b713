import { backoff } from '../../follow/backoff';
import { newId } from '../../follow/chatClient';
import type { Kept, Outbox } from '../../follow/outbox';
import { Problem } from '../../follow/problem';
import type { WireEvent } from '../../follow/protocol';
import type { MessageKind, Outgoing } from '../state/staffState';
import type { StaffClient } from './staffClient';

const endpoints: Readonly<Record<MessageKind, string>> = { reply: 'agent-messages', note: 'notes', whisper: 'whispers' };

/**
 * Sends what agents write, oldest first, again and again with the same id until the server has it or refuses it for
 * good. What waits survives a reload.
 */
export class Replies {
  private isRunning = false;
  private isClosed = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly client: StaffClient,
    private readonly outbox: Outbox<Outgoing>,
  ) {
    this.sync();
    void this.run();
  }

  send(message: Omit<Outgoing, 'clientMessageId'>): void {
    this.outbox.add({ ...message, clientMessageId: newId() }, Date.now());
    this.sync();
    void this.run();
  }

  retry(clientMessageId: string): void {
    this.outbox.change(clientMessageId, ({ problem: _, ...kept }) => kept as Kept<Outgoing>);
    this.sync();
    void this.run();
  }

  discard(clientMessageId: string): void {
    this.outbox.remove(clientMessageId);
    this.sync();
  }

  /** The log has it. */
  arrived(event: WireEvent): void {
    const id = event.data['clientMessageId'];
    if (typeof id === 'string' && this.client.state.outgoing.some((o) => o.clientMessageId === id)) this.discard(id);
  }

  tryNow(): void {
    this.wake?.();
  }

  close(): void {
    this.isClosed = true;
    this.wake?.();
  }

  private sync(): void {
    this.client.dispatch({ type: 'set', change: { outgoing: this.outbox.list() } });
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (let failures = 0; !this.isClosed; ) {
      const next = this.outbox.list().find((k) => k.problem === undefined);
      if (next === undefined) break;
      const wait = await this.post(next);
      if (wait !== null) await this.pause(wait > 0 ? wait : backoff(failures++));
    }
    this.isRunning = false;
  }

  /** Null when the next one may go, else for how long to wait in milliseconds, 0 for a usual while. */
  private async post({ conversationId, kind, clientMessageId, text, attachments, mentions }: Kept<Outgoing>): Promise<number | null> {
    const body = { clientMessageId, text, ...(attachments === undefined ? {} : { attachments }), ...(mentions === undefined ? {} : { mentions }) };
    try {
      await this.client.api.command(conversationId, endpoints[kind], body);
      this.outbox.remove(clientMessageId);
      // It stays on the screen until the log has it, so that nothing flickers.
      if (this.client.state.threads.get(conversationId)?.events.some((e) => e.data['clientMessageId'] === clientMessageId) === true) this.sync();
      return null;
    } catch (e) {
      const problem = Problem.of(e);
      if (problem.isTransient) return (problem.retryAfter ?? 0) * 1000;
      this.outbox.change(clientMessageId, (kept) => ({ ...kept, problem: problem.code }));
      this.sync();
      return null;
    }
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
