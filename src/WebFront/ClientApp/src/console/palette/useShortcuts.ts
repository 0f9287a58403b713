import { useEffect } from 'preact/hooks';
import { useParts } from '../parts/context';
import { commands } from './commands';
import { commandFor, nameOfPress } from './keys';

const isWritten = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'checkbox'));

/** Lets the keys of the commands do what they say. */
export function useShortcuts(): void {
  const { client, ui, preferences } = useParts();
  useEffect(() => {
    const keyDown = (e: KeyboardEvent) => {
      // A dialog has keys of its own, and a menu has taken those that it uses.
      if (e.defaultPrevented || e.isComposing || document.querySelector('dialog[open]') !== null) return;
      const desk = { client, ui, preferences };
      const command = commandFor(commands, nameOfPress(e), isWritten(e.target), preferences.state.singleKeys);
      if (command === null || command.when?.(desk) === false) return;
      e.preventDefault();
      command.run(desk);
    };
    addEventListener('keydown', keyDown);
    return () => removeEventListener('keydown', keyDown);
  }, [client, ui, preferences]);
}
