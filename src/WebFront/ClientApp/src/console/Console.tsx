import { useEffect, useMemo } from 'preact/hooks';
import type { Session, StoreSeat } from './api/wire';
import { ContextPane } from './context/ContextPane';
import { ListPane } from './lists/ListPane';
import { Rail } from './lists/Rail';
import { SaveView } from './lists/SaveView';
import { StaffClient } from './live/staffClient';
import { Attention } from './offers/Attention';
import { Offers } from './offers/Offers';
import { Palette } from './palette/Palette';
import { ShortcutHelp } from './palette/ShortcutHelp';
import { useShortcuts } from './palette/useShortcuts';
import { ConnectionPill } from './parts/ConnectionPill';
import { type ConsoleParts, PartsContext, useParts, useStaff, useUi } from './parts/context';
import { Toasts } from './parts/Toasts';
import { Ui } from './parts/ui';
import { useRoute } from './parts/useRoute';
import { useSelect } from './parts/useSelect';
import { SearchPage } from './search/SearchPage';
import { Preferences } from './settings/preferences';
import { DiscardDialog } from './settings/DiscardDialog';
import { SettingsPage } from './settings/SettingsPage';
import { CockpitDrawer } from './thread/CockpitDrawer';
import { ThreadPane } from './thread/ThreadPane';
import { TransferDialog } from './thread/TransferDialog';
import { WallPage } from './wall/WallPage';
import { say } from './words';

interface Props extends Pick<ConsoleParts, 'session' | 'changeSession' | 'signOut' | 'switchStore'> {
  readonly seat: StoreSeat;
  readonly session: Session;
  readonly onSignedOut: () => void;
  /** Looks whether the session still holds. */
  readonly look: () => void;
}

/** The console of one store. */
export function Console({ seat, session, changeSession, signOut, switchStore, onSignedOut, look }: Props) {
  const made = useMemo(() => ({ client: new StaffClient(seat, session, onSignedOut, look), ui: new Ui(), preferences: new Preferences() }), [seat.store, session.csrf]);
  useEffect(() => () => made.client.close(), [made]);
  return <PartsContext.Provider value={{ ...made, session, changeSession, signOut, switchStore }}><Panes /></PartsContext.Provider>;
}

function Panes() {
  const { preferences } = useParts();
  const page = useStaff((s) => s.page);
  const selected = useStaff((s) => s.selected);
  const { dialog, isContextOver } = useUi((u) => u);
  const { listWidth, contextWidth, isContextShown } = useSelect(preferences, (p) => p);
  useRoute();
  useShortcuts();
  const hasContext = page === 'inbox' && selected !== null && isContextShown;
  return (
    <div class={`console page-${page} ${selected === null ? '' : 'has-thread'} ${isContextOver ? 'context-over' : ''} ${hasContext ? 'has-context' : ''}`} style={{ '--list': `${listWidth}px`, '--context': `${contextWidth}px` }}>
      <a class="skip" href="#thread">{say('skip')}</a>
      <Rail />
      {page === 'inbox' && (
        <main class="inbox">
          <ListPane />
          <ThreadPane key={selected} />
        </main>
      )}
      {hasContext && <ContextPane key={selected} conversationId={selected} />}
      {page === 'search' && <SearchPage />}
      {page === 'wall' && <WallPage />}
      {page === 'settings' && <SettingsPage />}
      <CockpitDrawer />
      {dialog === 'palette' && <Palette />}
      {dialog === 'help' && <ShortcutHelp />}
      {dialog === 'transfer' && selected !== null && <TransferDialog conversationId={selected} />}
      {dialog === 'save-view' && <SaveView />}
      <DiscardDialog />
      <Offers />
      <Attention />
      <ConnectionPill />
      <Toasts />
    </div>
  );
}
