import { Problem } from './problem';

/** How a request is made. */
export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly credentials: RequestCredentials;
  /** Lets the request outlive its page. */
  readonly keepalive?: boolean;
}

const timeout = 15_000;

/** Sends a request and reads its JSON; each refusal is a `Problem`, and so is a server that cannot be reached. */
export async function request<T>(method: string, url: string, { headers, body, credentials, keepalive }: RequestOptions): Promise<T> {
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers: { ...headers, ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(keepalive === true ? { keepalive } : {}),
      credentials,
      signal: AbortSignal.timeout(isForm ? timeout * 4 : timeout),
    });
  } catch {
    throw new Problem('offline', 'No connection.', 0);
  }
  const text = await response.text().catch(() => '');
  if (!response.ok) throw Problem.read(response.status, text, response.headers.get('Retry-After'));
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
