import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '../parts/Dialog';
import { useParts } from '../parts/context';
import { say } from '../words';
import { type Command, commands } from './commands';
import { showKey } from './keys';
import { matching } from './matching';

/** Every command by name; the keys are learnt on the way. */
export function Palette() {
  const { client, ui, preferences } = useParts();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const desk = { client, ui, preferences };
  const found = matching(commands.filter((c) => c.id !== 'palette' && c.when?.(desk) !== false), text, (c) => say(c.title));
  const at = Math.min(chosen, found.length - 1);
  useEffect(() => list.current?.children[at]?.scrollIntoView({ block: 'nearest' }), [at]);
  const close = () => ui.show({ dialog: null });
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    // The dialog gives the focus back when it closes, after which the command may want it elsewhere.
    setTimeout(() => command.run(desk));
  };
  const keyDown = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step !== undefined && found.length > 0) setChosen((at + step + found.length) % found.length);
    else if (e.key === 'Enter') run(found[at]);
    else return;
    e.preventDefault();
  };
  return (
    <Dialog label={say('palette')} class="palette" hasHead={false} onClose={close}>
      <input class="palette-field" autofocus role="combobox" aria-expanded="true" aria-controls="palette-list" aria-activedescendant={found.length > 0 ? `palette-${found[at]!.id}` : undefined} aria-label={say('palette')}
        placeholder={say('palettePlaceholder')} value={text} onInput={(e) => { setText(e.currentTarget.value); setChosen(0); }} onKeyDown={keyDown} />
      <ul id="palette-list" role="listbox" aria-label={say('palette')} ref={list}>
        {found.map((c, i) => (
          <li key={c.id} id={`palette-${c.id}`} role="option" aria-selected={i === at} onClick={() => run(c)} onPointerMove={() => setChosen(i)}>
            <span>{say(c.title)}</span>{c.keys.map((k) => <kbd key={k}>{showKey(k)}</kbd>)}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="empty" role="status">{say('noCommand')}</p>}
    </Dialog>
  );
}
