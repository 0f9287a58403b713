import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveTurn } from '../follow/follower';
import type { WordKey } from '../i18n/en';
import { useWords } from '../i18n/useWords';
import { hidden, reveal } from '../text/reveal';
import { host } from '../widget/host';
import { AnswerText } from './AnswerText';

const doing: Readonly<Record<string, WordKey>> = { retrieving: 'retrieving', reading: 'reading', tool: 'tool', writing: 'writing' };

/** The answer while it is being written: first what is being done, then the text as it grows. */
export function LiveAnswer({ turn, name }: { turn: LiveTurn | null; name: string }) {
  const t = useWords();
  const shown = useRevealed(turn?.text ?? '');
  const status = turn?.status ?? '';
  const state = Object.hasOwn(doing, status) ? doing[status]! : 'thinking';
  return (
    <article class="message theirs first live" aria-busy="true" data-role="live">
      <span class="author">{name}</span>
      <div class="bubble">
        {shown !== ''
          ? <AnswerText text={shown} citations={[]} />
          : <p class="thinking"><span class="dots" aria-hidden="true"><i /><i /><i /></span>{t(state)}</p>}
      </div>
    </article>
  );
}

/** The part of a growing text that is to be seen now. */
function useRevealed(text: string): string {
  const state = useRef(hidden);
  const [, draw] = useState(0);
  const still = host.matchMedia('(prefers-reduced-motion: reduce)').matches;
  useEffect(() => {
    if (still) return undefined;
    let frame = 0;
    const step = (time: number) => {
      state.current = reveal(state.current, text, time);
      draw((n) => n + 1);
      if (state.current.shown < text.length) frame = host.requestAnimationFrame(step);
    };
    frame = host.requestAnimationFrame(step);
    return () => host.cancelAnimationFrame(frame);
  }, [text, still]);
  return still ? text : text.slice(0, state.current.shown);
}
