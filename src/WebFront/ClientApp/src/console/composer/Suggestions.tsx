import { useEffect, useState } from 'preact/hooks';
import { AnswerText } from '../../chat/AnswerText';
import type { Suggestion } from '../api/wire';
import { Glyph } from '../parts/Glyph';
import { useParts, useUi } from '../parts/context';
import { say } from '../words';

/** A reply's text as it goes to the customer: without the markers of its sources. */
export const withoutMarkers = (text: string): string => text.replaceAll(/\s*\[\d{1,3}\](?!\()/g, '');

/** Replies from the store's knowledge, each with its sources: to send after a look, or to go on with. */
export function Suggestions({ conversationId }: { conversationId: string }) {
  const { client, ui } = useParts();
  const wanted = useUi((u) => u.suggesting);
  const [begun] = useState(wanted);
  const [found, setFound] = useState<readonly Suggestion[] | 'loading' | null>(null);
  useEffect(() => {
    if (wanted === begun) return;
    setFound('loading');
    client.api.suggest(conversationId).then(
      ({ suggestions }) => setFound(suggestions),
      (e) => {
        setFound(null);
        client.tellProblem(e);
      },
    );
  }, [wanted]);
  if (found === null) return null;
  const use = (text: string) => {
    ui.insert(withoutMarkers(text));
    setFound(null);
  };
  return (
    <section class="suggested" aria-label={say('suggestions')}>
      <header><b><Glyph name="sparkle" />{say('suggestions')}</b><button type="button" class="tool" aria-label={say('close')} onClick={() => setFound(null)}><Glyph name="close" /></button></header>
      {found === 'loading' ? <div class="ghosts" role="status" aria-label={say('loading')}><i /><i /></div> : found.length === 0 ? <p class="soft">{say('noSuggestions')}</p> : (
        <ul>
          {found.map((s, i) => (
            <li key={i}>
              <AnswerText text={s.text} citations={[]} />
              <small dir="auto">{s.citations.map((c) => c.title).join(' · ')}</small>
              <button type="button" class="secondary small" onClick={() => use(s.text)}>{say('use')}</button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
