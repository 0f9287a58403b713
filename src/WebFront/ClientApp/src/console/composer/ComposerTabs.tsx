import { Glyph } from '../parts/Glyph';
import { useParts, useUi } from '../parts/context';
import type { MessageKind } from '../state/staffState';
import { say } from '../words';

const words = { reply: 'reply', note: 'privateNote', whisper: 'whisper' } as const;
const kinds: readonly MessageKind[] = ['reply', 'note', 'whisper'];
const glyphs = { reply: 'send', note: 'note', whisper: 'whisper' } as const;

/** To whom the next message goes. */
export function ComposerTabs() {
  const { ui } = useParts();
  const tab = useUi((u) => u.tab);
  return (
    <div class="writer-tabs" role="group" aria-label={say('composeAs')}>
      {kinds.map((kind) => <button key={kind} type="button" class={`kind-${kind}`} aria-pressed={kind === tab} onClick={() => ui.compose(kind)}><Glyph name={glyphs[kind]} />{say(words[kind])}</button>)}
    </div>
  );
}
