/** What a store says of itself to anybody. */
export interface StoreProfile {
  readonly id: string;
  readonly name: string;
  readonly assistantName: string;
  readonly locale: string;
  readonly greeting: string;
  readonly starterQuestions: readonly string[];
}

/** A conversation and the token that proves whose it is. */
export interface Session {
  readonly conversationId: string;
  readonly visitorToken: string;
}

/** A refusal with its stable code; `retryAfter` in seconds. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }

  /** Whether the same request may succeed later. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const timeout = 15_000;

export const getProfile = (store: string): Promise<StoreProfile> => request('GET', `/api/stores/${store}/profile`);

/** Begins a conversation; with a token it is the same customer's. */
export const startConversation = (store: string, locale: string, token?: string): Promise<Session> =>
  request('POST', `/api/stores/${store}/conversations`, token, { channel: 'widget', locale });

export const postMessage = (session: Session, clientMessageId: string, text: string): Promise<{ seq: number; duplicate: boolean }> =>
  request('POST', `/api/conversations/${session.conversationId}/messages`, session.visitorToken, { clientMessageId, text });

export const cancelTurn = (session: Session): Promise<{ changed: boolean }> =>
  request('POST', `/api/conversations/${session.conversationId}/cancel`, session.visitorToken);

async function request<T>(method: string, path: string, token?: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeout),
    });
  } catch {
    throw new Problem('offline', 'No connection.', 0);
  }
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  const wait = Number(response.headers.get('Retry-After'));
  throw new Problem(problem.code ?? 'unknown', problem.detail ?? response.statusText, response.status, wait > 0 ? wait : null);
}
