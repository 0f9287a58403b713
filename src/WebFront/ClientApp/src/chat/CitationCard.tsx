import { useEffect, useRef } from 'preact/hooks';
import type { Citation } from '../follow/protocol';
import { useFormats, useWords } from '../i18n/useWords';
import { safeAddress } from '../text/inline';
import { Icon } from './Icon';

/** The passage behind a marker, in its own words. */
export function CitationCard({ citation, onClose }: { citation: Citation; onClose: () => void }) {
  const t = useWords();
  const formats = useFormats();
  const where = [
    citation.section,
    citation.page === undefined ? undefined : t('page', { n: formats.number(citation.page) }),
    citation.relevance === undefined ? undefined : t('relevance', { n: formats.percent(citation.relevance) }),
  ].filter((w) => w !== undefined && w !== '');
  const address = safeAddress(citation.url ?? '');
  // It stands below its message, whose end may be far from the marker that was pressed.
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [citation]);
  return (
    <aside class="passage" ref={card} aria-label={t('source', { n: citation.n, title: citation.title })}>
      <div class="passage-head">
        <span class="cite cite-idle">{citation.n}</span>
        <div>
          <strong dir="auto">{citation.title}</strong>
          {where.length > 0 && <small dir="auto">{where.join(' · ')}</small>}
        </div>
        <button type="button" class="quiet" aria-label={t('closeSource')} onClick={onClose}><Icon name="close" /></button>
      </div>
      <blockquote dir="auto" tabIndex={0}>{citation.quote}</blockquote>
      <div class="passage-foot">
        {address !== null && <a href={address} target="_blank" rel="noopener noreferrer">{t('readFull')}</a>}
        <small>{citation.source}</small>
      </div>
    </aside>
  );
}
