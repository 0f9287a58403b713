import { memo } from 'preact/compat';
import type { Outgoing } from '../follow/follower';
import type { WordKey } from '../i18n/en';
import { useFormats, useWords } from '../i18n/useWords';
import { useParts } from '../widget/context';
import { Icon } from './Icon';

const reasons: Readonly<Record<string, WordKey>> = { 'message-too-long': 'tooLong', blocked: 'blocked', 'access-denied': 'blocked' };

interface Props {
  readonly message: Outgoing;
  readonly offline: boolean;
  readonly heldBack: number | null;
}

/** A message of this customer that is not in the log yet. */
export const OutgoingView = memo(function OutgoingView({ message, offline, heldBack }: Props) {
  const t = useWords();
  const formats = useFormats();
  const { client } = useParts();
  const { clientMessageId: id, state, text, problem = '', attachments = [] } = message;
  const asks = state === 'failed' || state === 'stale';
  return (
    <article class={`message own pending ${state}`} data-role="customer">
      <div class="bubble">
        {text !== '' && <p class="plain" dir="auto">{text}</p>}
        {attachments.length > 0 && <p class="carries"><Icon name="attach" />{formats.number(attachments.length)}</p>}
      </div>
      {asks
        ? (
          <div class="failure" role="alert">
            <span>{state === 'stale' ? t('stale') : t(Object.hasOwn(reasons, problem) ? reasons[problem]! : 'notSent')}</span>
            <button type="button" onClick={() => client.retry(id)}>{t(state === 'stale' ? 'sendNow' : 'retry')}</button>
            <button type="button" onClick={() => client.discard(id)}>{t('remove')}</button>
          </div>
        )
        : <p class="foot">{state === 'sent' ? t('sent') : heldBack !== null ? t('heldBack', { n: heldBack }) : t(offline ? 'waiting' : 'sending')}</p>}
    </article>
  );
});
