import type { Counts, SavedView, ViewName } from '../api/wire';
import type { Place } from '../state/lines';
import { say } from '../words';

/** The views of the rail, in its order. */
export const railViews: readonly ViewName[] = ['mine', 'unassigned', 'mentions', 'assistant', 'others', 'all', 'snoozed', 'resolved', 'spam'];

export const viewName = (view: Place, saved: readonly SavedView[]): string =>
  view.startsWith('saved:') ? (saved.find((s) => `saved:${s.id}` === view)?.name ?? say('all')) : say(view as ViewName);

export const countOf = (view: ViewName, counts: Counts | null): number | null => (counts === null || view === 'resolved' || view === 'spam' ? null : counts[view]);
