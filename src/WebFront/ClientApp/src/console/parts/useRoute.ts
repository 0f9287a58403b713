import { useEffect } from 'preact/hooks';
import type { Place } from '../state/lines';
import { type Page, type SettingsPart, settingsParts, type StaffState } from '../state/staffState';
import { useParts, useStaff } from './context';

const pages: readonly Page[] = ['inbox', 'search', 'wall', 'settings'];

interface Route {
  readonly page: Page;
  readonly view: Place;
  readonly part: SettingsPart;
  readonly conversationId: string | null;
}

/** What an address shows: `#/inbox/mine/{conversation}`, `#/settings/people`. */
export function readRoute(hash: string): Route {
  const [page, view, id] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  const isSettings = page === 'settings';
  return {
    page: pages.includes(page as Page) ? (page as Page) : 'inbox',
    view: (view ?? '') === '' || isSettings ? 'unassigned' : (view as Place),
    part: isSettings && settingsParts.includes(view as SettingsPart) ? (view as SettingsPart) : 'personal',
    conversationId: (id ?? '') === '' ? null : id!,
  };
}

export function writeRoute({ page, view, part, conversationId }: Route): string {
  if (page === 'settings') return `#/settings/${part}`;
  if (page !== 'inbox') return `#/${page}`;
  return `#/inbox/${encodeURIComponent(view)}${conversationId === null ? '' : `/${encodeURIComponent(conversationId)}`}`;
}

const addressOf = ({ page, view, part, selected }: StaffState) => writeRoute({ page, view, part, conversationId: selected });

/** Keeps the address and what is shown the same, so that a reload, a link and the way back lead to the same place. */
export function useRoute(): void {
  const { client } = useParts();
  const page = useStaff((s) => s.page);
  const view = useStaff((s) => s.view);
  const part = useStaff((s) => s.part);
  const selected = useStaff((s) => s.selected);
  useEffect(() => {
    const follow = () => {
      const { page, view, part, conversationId } = readRoute(location.hash);
      client.go(page, page === 'inbox' ? view : undefined, page === 'settings' ? part : undefined, conversationId === client.state.selected ? undefined : conversationId);
      // What is not saved has held it back: the address stays with what is shown until that is decided.
      if (client.unsaved.state.asked !== null) history.pushState(null, '', addressOf(client.state));
    };
    follow();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [client]);
  useEffect(() => {
    const wanted = writeRoute({ page, view, part, conversationId: selected });
    if (location.hash === wanted) return;
    // Going from one conversation to the next would fill the history.
    const isStep = client.state.selected !== null && readRoute(location.hash).conversationId !== null;
    if (isStep || location.hash === '') history.replaceState(null, '', wanted);
    else history.pushState(null, '', wanted);
  }, [page, view, part, selected]);
}
