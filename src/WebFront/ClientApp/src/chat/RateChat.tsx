import { useState } from 'preact/hooks';
import { useFormats, useWords } from '../i18n/useWords';
import { useParts } from '../widget/context';
import { Icon } from './Icon';

const scores = [1, 2, 3, 4, 5];
const longest = 1000;

/** How the conversation was, one to five, with a comment. */
export function RateChat({ score }: { score: number | undefined }) {
  const t = useWords();
  const formats = useFormats();
  const { api, client } = useParts();
  const [chosen, setChosen] = useState(score ?? 0);
  const [comment, setComment] = useState('');
  const [state, setState] = useState<'open' | 'sent' | 'failed'>('open');
  const send = async () => {
    try {
      await client.within((session) => api.rate(session, { score: chosen, ...(comment === '' ? {} : { comment }) }));
      setState('sent');
    } catch {
      setState('failed');
    }
  };
  if (state === 'sent') return <p class="note" role="status">{t('thanks')}</p>;
  return (
    <form class="rate card" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <fieldset>
        <legend>{t('rateChat')}</legend>
        <div class="stars">
          {scores.map((n) => (
            <label key={n} class={n <= chosen ? 'on' : ''}>
              <input type="radio" name="score" value={n} checked={n === chosen} onChange={() => setChosen(n)} aria-label={t('score', { n: formats.number(n) })} />
              <Icon name="star" />
            </label>
          ))}
        </div>
      </fieldset>
      {chosen > 0 && (
        <div class="row">
          <input class="field" aria-label={t('comment')} placeholder={t('comment')} maxLength={longest} value={comment} onInput={(e) => setComment(e.currentTarget.value)} />
          <button type="submit" class="primary">{t('sendRating')}</button>
        </div>
      )}
      {state === 'failed' && <p class="error" role="alert">{t('formFailed')}</p>}
    </form>
  );
}
