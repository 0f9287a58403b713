import type { Kept } from '../../follow/outbox';
import { useParts } from '../parts/context';
import type { Outgoing } from '../state/staffState';
import { problemText, say } from '../words';

/** A message of this agent's that the log does not have yet. */
export function OutgoingBubble({ message: { clientMessageId, kind, text, problem } }: { message: Kept<Outgoing> }) {
  const { client } = useParts();
  return (
    <article class={`message ours agent first pending kind-${kind} ${problem === undefined ? '' : 'failed'}`}>
      <div class="bubble"><p class="plain" dir="auto">{text}</p></div>
      <span class="under" role="status">
        {problem === undefined ? say('sending') : say('notSent', { why: problemText(problem) })}
        {problem !== undefined && (
          <>
            <button type="button" class="link small" onClick={() => client.replies.retry(clientMessageId)}>{say('retry')}</button>
            <button type="button" class="link small" onClick={() => client.replies.discard(clientMessageId)}>{say('discard')}</button>
          </>
        )}
      </span>
    </article>
  );
}
