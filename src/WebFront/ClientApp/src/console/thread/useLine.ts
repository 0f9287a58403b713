import type { Line } from '../api/wire';
import { useStaff } from '../parts/context';
import { withPending } from '../state/lines';

/** A conversation's line, with everything that is being changed. */
export function useLine(conversationId: string): Line | undefined {
  const line = useStaff((s) => s.lines.get(conversationId));
  const pending = useStaff((s) => s.pending);
  return line === undefined ? undefined : withPending(line, pending);
}
