import type { LiveTurn } from '../follow/follower';
import { AnswerText } from './AnswerText';

const doing: Record<string, string> = {
  retrieving: 'Looking it up',
  tool: 'Checking',
  writing: 'Writing',
};

/** The answer while it is being written: first what is being done, then the text as it grows. */
export function LiveAnswer({ turn, name }: { turn: LiveTurn | null; name: string }) {
  return (
    <article class="message theirs first live" aria-busy="true">
      <span class="author">{name}</span>
      <div class="bubble">
        {turn !== null && turn.text !== ''
          ? <AnswerText text={turn.text} citations={[]} />
          : <p class="thinking"><span class="dots" aria-hidden="true"><i /><i /><i /></span>{doing[turn?.status ?? ''] ?? 'One moment'}</p>}
      </div>
    </article>
  );
}
