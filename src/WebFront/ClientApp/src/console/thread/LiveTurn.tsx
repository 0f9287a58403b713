import { AnswerText } from '../../chat/AnswerText';
import type { LiveTurn as Turn } from '../../follow/follower';
import { Avatar } from '../parts/Avatar';
import { Glyph } from '../parts/Glyph';
import { useParts } from '../parts/context';
import { say, sayIf } from '../words';

/** The assistant's answer while it is being written: what is being done, and the text as far as it goes. */
export function LiveTurn({ conversationId, turn }: { conversationId: string; turn: Turn }) {
  const { client, ui } = useParts();
  return (
    <article class="message ours assistant first live" aria-busy="true">
      <span class="author"><Avatar name={say('assistant')} />{say('assistant')}<em><i aria-hidden="true" />{sayIf(`step.${turn.status ?? 'thinking'}`, say('step.thinking'))}</em></span>
      <div class="bubble">{turn.text === '' ? <span class="dots" aria-hidden="true"><i /><i /><i /></span> : <AnswerText text={turn.text} citations={[]} />}</div>
      <span class="under">
        <button type="button" class="link small" onClick={() => void client.commands.stop(conversationId)}><Glyph name="stop" />{say('stop')}</button>
        <button type="button" class="link small" onClick={() => void client.commands.claim(conversationId)}>{say('claim')}</button>
        <button type="button" class="link small" onClick={() => ui.show({ cockpit: turn.turnId })}>{say('cockpit')}</button>
      </span>
    </article>
  );
}
