import { request } from '../../follow/request';
import type { Invitation, Session } from '../api/wire';

const address = '/api/session';

const ask = <T>(method: string, url: string, body?: unknown, csrf?: string): Promise<T> =>
  request<T>(method, url, { headers: csrf === undefined ? {} : { 'X-CSRF': csrf }, body, credentials: 'same-origin' });

const invitation = (token: string) => `/api/invitations/${encodeURIComponent(token)}`;

/** Signing in and out, and what a person sets for themselves. Each refusal is a `Problem`. */
export const sessionApi = {
  current: () => ask<Session>('GET', address),
  signIn: (email: string, password: string, code?: string) => ask<Session>('POST', address, { email, password, ...(code === undefined ? {} : { code }) }),
  signOut: (csrf: string) => ask<void>('DELETE', address, undefined, csrf),
  setPassword: (csrf: string, current: string, password: string) => ask<void>('PUT', `${address}/password`, { current, password }, csrf),
  beginTwoFactor: (csrf: string, password: string) => ask<{ secret: string; uri: string }>('POST', `${address}/two-factor`, { password }, csrf),
  endTwoFactorSetUp: (csrf: string, code: string) => ask<void>('PUT', `${address}/two-factor`, { code }, csrf),
  removeTwoFactor: (csrf: string, password: string) => ask<void>('DELETE', `${address}/two-factor`, { password }, csrf),
  invitation: (token: string) => ask<Invitation>('GET', invitation(token)),
  accept: (token: string, given: { name?: string; email?: string; password: string }) => ask<Session>('POST', invitation(token), given),
};
