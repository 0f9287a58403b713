import { useEffect } from 'preact/hooks';
import type { Place } from '../state/lines';
import type { Page } from '../state/staffState';
import { useParts, useStaff } from './context';

const pages: readonly Page[] = ['inbox', 'search', 'wall', 'settings'];

/** What an address shows: `#/inbox/mine/{conversation}`. */
export function readRoute(hash: string): { readonly page: Page; readonly view: Place; readonly conversationId: string | null } {
  const [page, view, id] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return {
    page: pages.includes(page as Page) ? (page as Page) : 'inbox',
    view: (view ?? '') === '' ? 'unassigned' : (view as Place),
    conversationId: (id ?? '') === '' ? null : id!,
  };
}

export const writeRoute = (page: Page, view: Place, conversationId: string | null): string =>
  `#/${page}${page === 'inbox' ? `/${encodeURIComponent(view)}${conversationId === null ? '' : `/${encodeURIComponent(conversationId)}`}` : ''}`;

/** Keeps the address and what is shown the same, so that a reload, a link and the way back lead to the same place. */
export function useRoute(): void {
  const { client } = useParts();
  const page = useStaff((s) => s.page);
  const view = useStaff((s) => s.view);
  const selected = useStaff((s) => s.selected);
  useEffect(() => {
    const follow = () => {
      const route = readRoute(location.hash);
      client.go(route.page, route.view);
      if (route.conversationId !== client.state.selected) client.select(route.conversationId);
    };
    follow();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [client]);
  useEffect(() => {
    const wanted = writeRoute(page, view, selected);
    if (location.hash === wanted) return;
    // Going from one conversation to the next would fill the history.
    const isStep = client.state.selected !== null && readRoute(location.hash).conversationId !== null;
    if (isStep || location.hash === '') history.replaceState(null, '', wanted);
    else history.pushState(null, '', wanted);
  }, [page, view, selected]);
}
