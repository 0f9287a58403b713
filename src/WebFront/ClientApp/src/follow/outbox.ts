import type { OutgoingMessage } from './api';
import type { Memory } from './memory';

/** What is known of a message that was written but is not known to be kept by the server. */
export interface Waiting {
  /** Its place among those that wait; the clock may be wrong or be set meanwhile. */
  readonly order: number;
  /** When it was written, for asking after a long time only. */
  readonly at: number;
  /** The code of the refusal that was final. */
  readonly problem?: string;
}

export type Kept<M extends OutgoingMessage = OutgoingMessage> = M & Waiting;

const beginning = 'out.';
const askAfter = 60 * 60 * 1000;

/** Whether so much time has gone by that the customer may no longer mean it. */
export const isStale = (kept: Kept, now: number): boolean => now - kept.at > askAfter;

/**
 * The messages that wait, in the order of their writing. Each has an entry of its own, so that tabs that write at the
 * same time do not overwrite each other's.
 */
export class Outbox<M extends OutgoingMessage = OutgoingMessage> {
  constructor(private readonly memory: Memory) {}

  list(): Kept<M>[] {
    const all = this.memory.names(beginning).map((name) => this.memory.read<Kept<M>>(name));
    return all
      .filter((k): k is Kept<M> => typeof k?.clientMessageId === 'string' && typeof k.text === 'string')
      .sort((a, b) => a.order - b.order || (a.clientMessageId < b.clientMessageId ? -1 : 1));
  }

  add(message: M, now: number): Kept<M> {
    const order = (this.list().at(-1)?.order ?? 0) + 1;
    const kept = { ...message, order, at: now };
    this.memory.write(beginning + message.clientMessageId, kept);
    return kept;
  }

  /** Changes one that is still there. */
  change(clientMessageId: string, change: (kept: Kept<M>) => Kept<M>): void {
    const kept = this.memory.read<Kept<M>>(beginning + clientMessageId);
    if (kept !== null) this.memory.write(beginning + clientMessageId, change(kept));
  }

  remove(clientMessageId: string): void {
    this.memory.write(beginning + clientMessageId, null);
  }
}
