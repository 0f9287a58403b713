/** A refusal with its stable code, in kebab case; `retryAfter` in seconds. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    readonly retryAfter: number | null = null,
    /** What is wrong with a form: a code by field. */
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  /** Whether the same request may succeed later. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Whether the caller is not, or no longer, who may do this. */
  get isUnauthenticated(): boolean {
    return this.status === 401;
  }

  static of(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem('unknown', String(error), 0);
  }

  /** The problem that a response's body describes. */
  static read(status: number, body: string, retryAfter: string | null): Problem {
    let found: { code?: string; detail?: string; errors?: Record<string, string> } = {};
    try {
      found = JSON.parse(body) as typeof found;
    } catch {
      // A proxy's page; the status says enough.
    }
    const wait = Number(retryAfter);
    return new Problem((found.code ?? 'unknown').replaceAll('_', '-'), found.detail ?? '', status, wait > 0 ? wait : null, found.errors ?? {});
  }
}
