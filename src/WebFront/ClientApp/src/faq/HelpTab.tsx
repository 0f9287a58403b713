import { useEffect, useState } from 'preact/hooks';
import { AnswerText } from '../chat/AnswerText';
import { Icon } from '../chat/Icon';
import type { FaqCategory } from '../follow/api';
import { useWords } from '../i18n/useWords';
import { useParts } from '../widget/context';
import { searchFaqs } from './search';

interface Props {
  readonly categories: readonly FaqCategory[] | null;
}

/** The store's questions with their answers, to search and to ask further about. */
export function HelpTab({ categories }: Props) {
  const t = useWords();
  const { panel } = useParts();
  const [query, setQuery] = useState('');
  const found = categories === null ? [] : searchFaqs(categories, query);
  return (
    <div class="help" role="tabpanel" id="tab-help" aria-labelledby="to-help">
      <label class="search"><Icon name="search" /><span class="hidden">{t('searchHelp')}</span>
        <input type="search" class="field" placeholder={t('searchHelp')} value={query} onInput={(e) => setQuery(e.currentTarget.value)} />
      </label>
      <div class="faqs" tabIndex={0} role="region" aria-label={t('tabHelp')}>
        {categories === null && <div class="restoring"><i /><i /><i /></div>}
        {found.map((category) => (
          <section key={category.name}>
            {category.name !== '' && <h3 dir="auto">{category.name}</h3>}
            {category.questions.map((q) => (
              <details key={q.id} name="faq">
                <summary dir="auto">{q.question}<Icon name="down" /></summary>
                <AnswerText text={q.answer} citations={[]} />
                <button type="button" class="plain-button" onClick={() => panel.write(q.question)}>{t('askAboutThis')}</button>
              </details>
            ))}
          </section>
        ))}
        {categories !== null && found.length === 0 && <p class="note" role="status">{t('nothingFound')}</p>}
      </div>
    </div>
  );
}

/** The questions of a language; null until they are there, empty when the store has none or the server does not say. */
export function useFaqs(locale: string, isWanted: boolean): readonly FaqCategory[] | null {
  const { api, has } = useParts();
  const [categories, setCategories] = useState<readonly FaqCategory[] | null>(null);
  useEffect(() => {
    if (!isWanted || !has('faq')) return;
    let isGone = false;
    api.getFaqs(locale).then(
      (faqs) => !isGone && setCategories(faqs.categories.filter((c) => c.questions.length > 0)),
      () => !isGone && setCategories([]),
    );
    return () => {
      isGone = true;
    };
  }, [locale, isWanted]);
  return categories;
}
