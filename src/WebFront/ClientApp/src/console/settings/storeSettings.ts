import { Problem } from '../../follow/problem';
import type { StoreChange, StoreSettings } from '../api/administration';
import type { AdministrationApi } from '../api/administrationApi';
import { useParts } from '../parts/context';
import { type Loaded, useLoaded } from './useLoaded';

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Saves some of the settings. Where somebody else has meanwhile changed others, these are left as they are; where the same,
 * it is refused as `changed-meanwhile`.
 */
export async function saveSettings(api: Pick<AdministrationApi, 'settings' | 'changeSettings'>, read: StoreSettings, change: StoreChange): Promise<StoreSettings> {
  try {
    return await api.changeSettings(change, read.revision ?? null);
  } catch (e) {
    if (Problem.of(e).code !== 'settings-changed') throw e;
    const now = await api.settings();
    const keys = Object.keys(change) as (keyof StoreChange)[];
    if (!keys.every((k) => isSame(now[k], read[k]))) throw new Problem('changed-meanwhile', '', 409);
    return api.changeSettings(change, now.revision ?? null);
  }
}

/** The store's settings, and how they are read again and some of them saved. */
export interface KeptSettings extends Loaded<StoreSettings> {
  readonly save: (change: StoreChange) => Promise<StoreSettings>;
  readonly read: () => Promise<StoreSettings>;
}

export function useStoreSettings(): KeptSettings {
  const api = useParts().client.api.administration;
  const loaded = useLoaded(() => api.settings());
  const take = async (asked: Promise<StoreSettings>) => {
    const settings = await asked;
    loaded.set(settings);
    return settings;
  };
  return { ...loaded, save: (change) => take(saveSettings(api, loaded.value!, change)), read: () => take(api.settings()) };
}
