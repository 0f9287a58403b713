import { expect, it } from 'vitest';
import { Problem } from '../../follow/problem';
import type { StoreChange, StoreSettings } from '../api/administration';
import { saveSettings } from './storeSettings';

const read: StoreSettings = { timeZone: 'Etc/UTC', hours: [], holidays: [], webhooks: [], revision: '1' };

/** A store that somebody else has changed since it was read. */
function changedTo(other: StoreChange) {
  let kept: StoreSettings = { ...read, ...other, revision: '2' };
  return {
    settings: async () => kept,
    changeSettings: async (change: StoreChange, revision: string | null) => {
      if (revision !== kept.revision) throw new Problem('settings-changed', '', 409);
      return (kept = { ...kept, ...change, revision: '3' });
    },
  };
}

it('keeps what others have changed beside it', async () => {
  const saved = await saveSettings(changedTo({ timeZone: 'Europe/Paris' }), read, { holidays: ['2026-12-25'] });
  expect(saved).toEqual({ ...read, timeZone: 'Europe/Paris', holidays: ['2026-12-25'], revision: '3' });
});

it('does not overwrite what somebody else has changed meanwhile', async () => {
  const store = changedTo({ holidays: ['2026-12-24'] });
  await expect(saveSettings(store, read, { holidays: ['2026-12-25'] })).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect((await store.settings()).holidays).toEqual(['2026-12-24']);
});
