import type { Session } from './api';

/** A message that was written but is not known to be kept. */
export interface Unsent {
  readonly clientMessageId: string;
  readonly text: string;
}

/** What this browser keeps of a store's chat, so that a reload finds it again. Everything still works without storage. */
export class Memory {
  constructor(private readonly store: string) {}

  get session(): Session | null {
    const found = this.read('session') as Partial<Session> | null;
    return typeof found?.conversationId === 'string' && typeof found.visitorToken === 'string' ? (found as Session) : null;
  }

  set session(session: Session | null) {
    this.write('session', session);
  }

  get unsent(): readonly Unsent[] {
    const found = this.read('unsent');
    return Array.isArray(found) ? (found as Unsent[]) : [];
  }

  set unsent(unsent: readonly Unsent[]) {
    this.write('unsent', unsent.length === 0 ? null : unsent);
  }

  private read(name: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(`support.${this.store}.${name}`) ?? 'null');
    } catch {
      return null;
    }
  }

  private write(name: string, value: unknown): void {
    try {
      if (value === null) localStorage.removeItem(`support.${this.store}.${name}`);
      else localStorage.setItem(`support.${this.store}.${name}`, JSON.stringify(value));
    } catch {
      // Private windows and full disks: the chat goes on, it will only not survive a reload.
    }
  }
}
