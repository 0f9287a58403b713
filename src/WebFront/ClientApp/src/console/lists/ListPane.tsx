import { useCallback } from 'preact/hooks';
import { Glyph } from '../parts/Glyph';
import { Menu } from '../parts/Menu';
import { Resizer } from '../parts/Resizer';
import { useParts, useStaff } from '../parts/context';
import { useSelect } from '../parts/useSelect';
import { filterOf, type Sort } from '../state/lines';
import { say } from '../words';
import { BulkBar } from './BulkBar';
import { LineRow } from './LineRow';
import { RowList } from './RowList';
import { useListed } from './useListed';
import { viewName } from './views';

const rowHeight = 92;
const sorts: readonly Sort[] = ['newest', 'waiting', 'due'];

/** The conversations of the view that is chosen. */
export function ListPane() {
  const { client, ui, preferences } = useParts();
  const width = useSelect(preferences, (p) => p.listWidth);
  const lines = useListed();
  const { view, sort, views, selected, checked, seat, now, read, threads, pages, me } = useStaff((s) => s);
  const page = pages.get(view);
  const select = useCallback((id: string) => client.select(id), [client]);
  const check = useCallback((id: string, isChecked: boolean) => client.dispatch({ type: 'checked', ids: [id], isChecked }), [client]);
  const at = lines.findIndex((l) => l.conversationId === selected);
  const filter = filterOf(view, views);
  const nothing = filter.view === 'mine' ? 'nothingMine' : filter.view === 'unassigned' || filter.view === 'waiting' ? 'nothingWaiting' : 'nothingHere';
  return (
    <section class="list" aria-label={say('conversations')}>
      <header class="pane-head">
        <h1 dir="auto">{viewName(view, views)}</h1>
        <button type="button" class="tool" aria-label={say('saveView')} title={say('saveView')} onClick={() => ui.show({ dialog: 'save-view' })}><Glyph name="saved" /></button>
        <Menu label={say('sort')} items={sorts.map((s) => ({ label: say(`sort.${s}`), isChosen: s === sort, run: () => client.setSort(s) }))} class="tool wide" isNamed>
          {say(`sort.${sort}`)}<Glyph name="down" />
        </Menu>
      </header>
      {me?.presence === 'offline' && <p class="bar"><span>{say('bannerOffline')}</span><button type="button" class="link" onClick={() => void client.setPresence('online')}>{say('do.online')}</button></p>}
      {checked.size > 0 && <BulkBar all={lines} />}
      <RowList items={lines} keyOf={(l) => l.conversationId} height={rowHeight} label={say('conversations')} at={at} onNearEnd={() => void client.loadPage()}
        render={(l) => (
          <LineRow line={l} me={seat.agentId} now={now} readSeq={read.get(l.conversationId) ?? 0} isSelected={l.conversationId === selected} isChecked={checked.has(l.conversationId)}
            isTyping={(threads.get(l.conversationId)?.typing['customer'] ?? 0) > now} onSelect={select} onCheck={check} />
        )}>
        {lines.length === 0 && page?.isLoading !== true && page?.problem === null && <p class="empty">{say(nothing)}</p>}
        {lines.length === 0 && (page === undefined || page.isLoading) && <div class="ghosts" role="status" aria-label={say('loading')}>{[0, 1, 2, 3, 4].map((i) => <i key={i} />)}</div>}
        {page?.problem != null && <p class="empty" role="alert">{say('listFailed')} <button type="button" class="link" onClick={() => void client.loadPage()}>{say('tryAgain')}</button></p>}
      </RowList>
      <Resizer pane="paneList" width={width} least={260} most={560} side={1} onWidth={(listWidth) => preferences.change({ listWidth })} />
    </section>
  );
}
