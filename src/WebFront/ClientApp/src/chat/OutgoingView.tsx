import { memo } from 'preact/compat';
import type { Outgoing } from '../follow/follower';
import type { WordKey } from '../i18n/en';
import { useFormats, useWords } from '../i18n/useWords';
import { useParts } from '../widget/context';
import { Icon } from './Icon';

const reasons: Readonly<Record<string, WordKey>> = {
  'message-too-long': 'tooLong',
  'conversation-blocked': 'blocked',
  'access-denied': 'blocked',
  'attachment-not-found': 'attachmentsRefused',
  'attachment-sent': 'attachmentsRefused',
  'too-many-attachments': 'attachmentsRefused',
};

// The same again would be refused again.
const toBeChanged: readonly (WordKey | undefined)[] = ['tooLong', 'attachmentsRefused'];

interface Props {
  readonly message: Outgoing;
  readonly offline: boolean;
  readonly heldBack: number | null;
}

/** A message of this customer that is not in the log yet. */
export const OutgoingView = memo(function OutgoingView({ message, offline, heldBack }: Props) {
  const t = useWords();
  const formats = useFormats();
  const { client, panel } = useParts();
  const { clientMessageId: id, state, text, problem = '', attachments = [] } = message;
  const asks = state === 'failed' || state === 'stale';
  const reason = Object.hasOwn(reasons, problem) ? reasons[problem] : undefined;
  const edit = () => {
    client.discard(id);
    panel.add(text);
  };
  return (
    <article class={`message own pending ${state}`} data-role="customer">
      <div class="bubble">
        {text !== '' && <p class="plain" dir="auto">{text}</p>}
        {attachments.length > 0 && <p class="carries"><Icon name="attach" />{formats.number(attachments.length)}</p>}
      </div>
      {asks
        ? (
          <div class="failure" role="alert">
            <span>{t(state === 'stale' ? 'stale' : (reason ?? 'notSent'))}</span>
            {state === 'failed' && toBeChanged.includes(reason)
              ? text !== '' && <button type="button" onClick={edit}>{t('edit')}</button>
              : <button type="button" onClick={() => client.retry(id)}>{t(state === 'stale' ? 'sendNow' : 'retry')}</button>}
            <button type="button" onClick={() => client.discard(id)}>{t('remove')}</button>
          </div>
        )
        : <p class="foot">{state === 'sent' ? t('sent') : heldBack !== null ? t('heldBack', { n: heldBack }) : t(offline ? 'waiting' : 'sending')}</p>}
    </article>
  );
});
