import { useState } from 'preact/hooks';
import { useWords } from '../i18n/useWords';
import { useParts } from '../widget/context';
import { Icon } from './Icon';

const good = 5;
const bad = 1;
const longest = 1000;

/** Thumbs for one answer; a thumb down asks what was wrong. */
export function RateAnswer({ messageId, score }: { messageId: string; score: number | undefined }) {
  const t = useWords();
  const { api, client } = useParts();
  const [given, setGiven] = useState<number | undefined>(undefined);
  const [comment, setComment] = useState<string | null>(null);
  const shown = given ?? score;
  const rate = async (value: number, words?: string) => {
    setGiven(value);
    setComment(value === bad && words === undefined ? '' : null);
    try {
      await client.within((session) => api.rate(session, { messageId, score: value, ...(words === undefined || words === '' ? {} : { comment: words }) }));
    } catch {
      setGiven(undefined);
      setComment(null);
    }
  };
  return (
    <span class="thumbs">
      <button type="button" class="thumb" aria-label={t('helpful')} aria-pressed={shown === good} onClick={() => void rate(good)}><Icon name="thumbsUp" /></button>
      <button type="button" class="thumb" aria-label={t('notHelpful')} aria-pressed={shown === bad} onClick={() => void rate(bad)}><Icon name="thumbsDown" /></button>
      {comment !== null && (
        <form class="why" onSubmit={(e) => { e.preventDefault(); void rate(bad, comment); }}>
          <input aria-label={t('whatWasWrong')} placeholder={t('whatWasWrong')} maxLength={longest} value={comment} onInput={(e) => setComment(e.currentTarget.value)} />
          <button type="submit" class="plain-button">{t('sendRating')}</button>
        </form>
      )}
    </span>
  );
}
