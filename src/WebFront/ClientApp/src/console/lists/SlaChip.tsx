import type { Sla } from '../api/wire';
import { short, slaState } from '../parts/times';
import { say } from '../words';

/** How long until a promise is broken, or how long it has been. */
export function SlaChip({ sla, now }: { sla: Sla; now: number }) {
  const left = Date.parse(sla.dueAt) - now;
  return (
    <span class={`chip sla-${slaState(sla.dueAt, sla.breached, now)}`} title={say(`clock.${sla.clock}`)}>
      {say(left < 0 ? 'overdue' : 'dueIn', { time: short(left) })}
    </span>
  );
}
