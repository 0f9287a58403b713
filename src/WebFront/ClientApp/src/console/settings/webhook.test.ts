import { expect, it } from 'vitest';
import { newSecret, stateOf } from './webhook';

it('makes secrets of 32 bytes that differ', () => {
  const secrets = [newSecret(), newSecret()];
  for (const secret of secrets) expect(atob(secret.replace(/^whsec_/, '')).length).toBe(32);
  expect(secrets[0]).not.toBe(secrets[1]);
});

it('says how far a delivery has come', () => {
  const delivery = { id: 'c_1', url: 'https://hooks.example', conversationId: 'c', seq: 1, createdAt: '2026-11-21T12:00:00Z', attempts: 1 };
  const states = [{ deliveredAt: '2026-11-21T12:00:01Z' }, { nextAt: '2026-11-21T12:00:05Z' }, { nextAt: '2026-11-21T12:00:05Z', attempts: 0 }, {}].map((d) => stateOf({ ...delivery, ...d }));
  expect(states).toEqual(['delivered', 'retrying', 'waiting', 'failed']);
});
