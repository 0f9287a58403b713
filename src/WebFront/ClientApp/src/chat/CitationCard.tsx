import { useEffect, useRef } from 'preact/hooks';
import type { Citation } from '../follow/protocol';
import { Icon } from './Icon';

/** Only addresses that a browser fetches as a page become links. */
const isPage = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//i.test(url);

/** The passage behind a marker, in its own words. */
export function CitationCard({ citation, onClose }: { citation: Citation; onClose: () => void }) {
  const where = [citation.section, citation.page === undefined ? undefined : `Page ${citation.page}`].filter((w) => w !== undefined && w !== '');
  // It stands below its message, whose end may be far from the marker that was pressed.
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }), [citation]);
  return (
    <aside class="passage" ref={card} aria-label={`Source ${citation.n}`}>
      <header>
        <span class="cite cite-idle">{citation.n}</span>
        <div>
          <strong dir="auto">{citation.title}</strong>
          {where.length > 0 && <small dir="auto">{where.join(' · ')}</small>}
        </div>
        <button type="button" class="quiet" aria-label="Close the source" onClick={onClose}><Icon name="close" /></button>
      </header>
      <blockquote dir="auto">{citation.quote}</blockquote>
      <footer>
        {isPage(citation.url)
          ? <a href={citation.url} target="_blank" rel="noopener noreferrer">Read it in full</a>
          : <small>{citation.source}</small>}
      </footer>
    </aside>
  );
}
