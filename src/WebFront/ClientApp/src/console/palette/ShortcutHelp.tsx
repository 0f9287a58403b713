import { Dialog } from '../parts/Dialog';
import { useParts } from '../parts/context';
import { say } from '../words';
import { commands } from './commands';
import { showKey } from './keys';

const groups = ['move', 'conversation', 'write', 'other'] as const;

/** Every key and what it does. */
export function ShortcutHelp() {
  const { ui } = useParts();
  return (
    <Dialog label={say('shortcuts')} class="wide" onClose={() => ui.show({ dialog: null })}>
      <div class="help-groups">
        {groups.map((g) => (
          <section key={g}>
            <h3>{say(`group.${g}`)}</h3>
            <dl>{commands.filter((c) => c.group === g && c.keys.length > 0).map((c) => <div key={c.id}><dt>{say(c.title)}</dt><dd>{c.keys.map((k) => <kbd key={k}>{showKey(k)}</kbd>)}</dd></div>)}</dl>
          </section>
        ))}
      </div>
      <p class="soft">{say('shortcutsHint')}</p>
    </Dialog>
  );
}
