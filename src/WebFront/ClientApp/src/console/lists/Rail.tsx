import { Glyph, type GlyphName } from '../parts/Glyph';
import { useParts, useStaff } from '../parts/context';
import { useSelect } from '../parts/useSelect';
import { AccountMenu } from '../session/AccountMenu';
import type { Page } from '../state/staffState';
import type { Place } from '../state/lines';
import { say } from '../words';
import { countOf, railViews } from './views';

/** The views with their counts, and the other pages. */
export function Rail() {
  const { client, preferences } = useParts();
  const { counts, view, page, views, seat, me } = useStaff((s) => s);
  const isFolded = useSelect(preferences, (p) => p.isRailFolded);
  const hasWall = seat.role !== 'agent';
  const item = (key: Place, glyph: GlyphName, label: string, count: number | null) => (
    <li key={key}>
      <button type="button" aria-current={page === 'inbox' && view === key ? 'page' : undefined} title={label} onClick={() => client.go('inbox', key, undefined, null)}>
        <Glyph name={glyph} /><span class="rail-label" dir="auto">{label}</span>
        {count !== null && count > 0 && <span class={`count ${key === 'unassigned' ? 'loud' : ''}`}>{count > 999 ? '999+' : count}</span>}
      </button>
    </li>
  );
  const place = (key: Page, glyph: GlyphName) => (
    <li key={key}>
      <button type="button" aria-current={page === key ? 'page' : undefined} title={say(key as 'search')} onClick={() => client.go(key)}><Glyph name={glyph} /><span class="rail-label">{say(key as 'search')}</span></button>
    </li>
  );
  return (
    <nav class={`rail ${isFolded ? 'folded' : ''}`} aria-label={say('views')}>
      <div class="rail-head">
        <span class="rail-store" dir="auto">{seat.name}</span>
        <button type="button" class="tool" aria-label={say(isFolded ? 'expand' : 'collapse')} title={say(isFolded ? 'expand' : 'collapse')} aria-expanded={!isFolded} onClick={() => preferences.change({ isRailFolded: !isFolded })}><Glyph name="fold" /></button>
      </div>
      <ul>{railViews.map((v) => item(v, v, say(v), countOf(v, counts)))}</ul>
      {views.length > 0 && <><h2>{say('savedViews')}</h2><ul>{views.map((v) => item(`saved:${v.id}`, 'saved', v.name, null))}</ul></>}
      <span class="spring" />
      <ul>
        {place('search', 'search')}
        {hasWall && place('wall', 'wall')}
        {place('settings', 'settings')}
      </ul>
      <AccountMenu presence={me?.presence ?? 'offline'} />
    </nav>
  );
}
