import { describe, expect, it } from 'vitest';
import { english } from '../words/english';
import { commands } from './commands';
import { commandFor, nameOfPress, type Press } from './keys';
import { matching } from './matching';

const press = (key: string, change: Partial<Press> = {}): Press => ({ key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...change });

describe('the table', () => {
  it('gives each key to one command, and each command a name', () => {
    const keys = commands.flatMap((c) => c.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(commands.map((c) => c.id)).size).toBe(commands.length);
    for (const c of commands) expect(Object.hasOwn(english, c.title)).toBe(true);
  });

  it('names its keys as presses are named', () => {
    for (const key of commands.flatMap((c) => c.keys)) {
      const parts = key.split('+');
      const own = parts.at(-1)!;
      const made = press(own === 'escape' ? 'Escape' : own, { altKey: parts.includes('alt'), ctrlKey: parts.includes('mod'), shiftKey: parts.includes('shift'), ...(own === '.' ? { code: 'Period' } : {}) });
      expect(nameOfPress(made)).toBe(key);
    }
  });
});

describe('a press', () => {
  it.each([
    [press('j'), 'j'],
    [press('E', { shiftKey: true }), 'shift+e'],
    [press('?', { shiftKey: true }), '?'],
    [press('k', { metaKey: true }), 'mod+k'],
    // A Mac writes another sign with Alt.
    [press('∆', { altKey: true, code: 'KeyJ' }), 'alt+j'],
    [press('Escape'), 'escape'],
  ])('%j is %s', (made, name) => expect(nameOfPress(made)).toBe(name));

  it('is text where one writes, unless it is a chord', () => {
    expect(commandFor(commands, 'e', true, true)).toBeNull();
    expect(commandFor(commands, 'alt+e', true, true)?.id).toBe('resolve');
    expect(commandFor(commands, 'mod+k', true, false)?.id).toBe('palette');
  });

  it('does nothing alone when single keys are off', () => {
    expect(commandFor(commands, 'e', false, false)).toBeNull();
    expect(commandFor(commands, 'e', false, true)?.id).toBe('resolve');
    expect(commandFor(commands, 'escape', false, false)?.id).toBe('close');
  });
});

it('finds commands by all their words, those that begin so first', () => {
  expect(matching(['Take over', 'Hand over', 'Over and out'], 'over', (t) => t)).toEqual(['Over and out', 'Take over', 'Hand over']);
  expect(matching(['Take over', 'Hand over'], 'ov ha', (t) => t)).toEqual(['Hand over']);
});
