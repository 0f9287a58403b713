import type { Memory } from './memory';
import { Problem } from './problem';

/** Whose chat it is: a visitor of this browser, or a customer that the store's token names. */
export class Identity {
  /** The store's own token; undefined for a visitor. */
  token: string | undefined;

  constructor(
    private readonly memory: Memory,
    private readonly refresh: (() => Promise<string>) | undefined,
  ) {}

  /** The store's id of the customer whose conversation this browser keeps. */
  get customer(): string | null {
    return this.memory.read<string>('customer');
  }

  /** Whether a token is of the customer whose conversation this browser keeps. */
  isSame(token: string): boolean {
    return this.customer === subjectOf(token);
  }

  take(token: string): void {
    this.token = token;
    this.memory.write('customer', subjectOf(token));
  }

  /** Asks the page for a token that is good again; false when it gives none. */
  async renew(): Promise<string | null> {
    if (this.refresh === undefined) return null;
    let token: string;
    try {
      token = await this.refresh();
    } catch {
      throw new Problem('offline', 'The page gave no token.', 0);
    }
    return typeof token === 'string' && token !== '' ? token : null;
  }
}

/** The subject of a JSON Web Token, unverified; null when there is none. */
export function subjectOf(token: string): string | null {
  try {
    const payload = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (c) => c.charCodeAt(0));
    const subject = (JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown }).sub;
    return typeof subject === 'string' && subject !== '' ? subject : null;
  } catch {
    return null;
  }
}
