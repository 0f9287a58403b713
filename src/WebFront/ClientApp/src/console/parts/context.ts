import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../api/wire';
import type { StaffClient } from '../live/staffClient';
import type { Preferences } from '../settings/preferences';
import type { StaffState } from '../state/staffState';
import type { Ui, UiState } from './ui';
import { useSelect } from './useSelect';

/** What the console's parts share. */
export interface ConsoleParts {
  readonly client: StaffClient;
  readonly ui: Ui;
  readonly preferences: Preferences;
  readonly session: Session;
  readonly changeSession: (session: Session) => void;
  readonly signOut: () => void;
  readonly switchStore: (store: string) => void;
}

export const PartsContext = createContext<ConsoleParts | null>(null);

export function useParts(): ConsoleParts {
  const parts = useContext(PartsContext);
  if (parts === null) throw new Error('Outside of the console.');
  return parts;
}

/** A part of what the console shows. */
export const useStaff = <T>(select: (state: StaffState) => T): T => useSelect(useParts().client, select);

/** What is open and where the focus goes. The next key may come before the next frame, so this does not wait for one. */
export const useUi = <T>(select: (state: UiState) => T): T => useSelect(useParts().ui, select, true);
