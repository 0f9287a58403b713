import { useMemo } from 'preact/hooks';
import type { Line } from '../api/wire';
import { useStaff } from '../parts/context';
import { filterOf, listed, readerOf } from '../state/lines';
import type { StaffState } from '../state/staffState';

/** What the list shows now. */
export const listedOf = (s: StaffState): readonly Line[] =>
  listed(s.lines, s.pending, filterOf(s.view, s.views), readerOf(s.seat.agentId, s.me), s.sort, s.now, s.view === 'mentions' ? (s.pages.get('mentions')?.ids ?? new Set()) : null);

/** What the list shows, made anew only when something of it changed. */
export function useListed(): readonly Line[] {
  const state = useStaff((s) => s);
  const { lines, pending, view, views, me, sort, now } = state;
  const mentioned = state.pages.get('mentions')?.ids;
  return useMemo(() => listedOf(state), [lines, pending, view, views, me, sort, Math.floor(now / 30_000), mentioned]);
}
