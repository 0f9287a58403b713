import type { Command } from './commands';

/** The parts of a key press that matter here. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * A key press as the commands name it. Alt changes what a key writes on some keyboards, so with it the key's place
 * counts. Shift is named for letters only: with others it is part of the sign, as in `?`.
 */
export function nameOfPress(press: Press): string {
  const letter = press.altKey && /^(?:Key|Digit)(.)$/.exec(press.code)?.[1];
  const key = (letter || (press.altKey && press.code === 'Period' ? '.' : press.key)).toLowerCase();
  return [press.ctrlKey || press.metaKey ? 'mod' : '', press.altKey ? 'alt' : '', press.shiftKey && /^\p{L}$/u.test(key) ? 'shift' : '', key].filter((p) => p !== '').join('+');
}

/** Whether a key works where text is written. */
export const isChord = (key: string): boolean => /^(?:mod|alt)\+/.test(key);

/** The command that a key stands for. */
export function commandFor(all: readonly Command[], name: string, isWriting: boolean, singleKeys: boolean): Command | null {
  if (!isChord(name) && (isWriting || (!singleKeys && name !== 'escape'))) return null;
  return all.find((c) => c.keys.includes(name)) ?? null;
}

const isMac = () => /Mac|iP(hone|ad)/.test(navigator.platform);

/** A key as it is written for people. */
export function showKey(key: string): string {
  const signs: Readonly<Record<string, string>> = isMac() ? { mod: '⌘', alt: '⌥', shift: '⇧' } : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' };
  return key.split('+').map((p) => signs[p] ?? (p === 'escape' ? 'Esc' : p.toUpperCase())).join(isMac() ? '' : '+');
}
