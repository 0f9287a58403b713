import type { WebhookDelivery } from '../api/administration';
import { say } from '../words';
import { stateOf } from './webhook';

const looks = { delivered: 'good', retrying: 'caution', waiting: '', failed: 'sla-late' } as const;
const moment = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** What was sent last, and how that went. */
export function Deliveries({ deliveries, onAgain }: { deliveries: readonly WebhookDelivery[]; onAgain: (delivery: WebhookDelivery) => void }) {
  if (deliveries.length === 0) return <p class="soft">{say('nothingSent')}</p>;
  return (
    <ul class="kept deliveries">
      {deliveries.map((d) => {
        const state = stateOf(d);
        const name = d.type ?? d.id;
        return (
          <li key={`${d.url} ${d.id}`}>
            <span>
              <b>{name}</b> <span class={`chip ${looks[state]}`}>{say(`delivery.${state}`)}</span>
              <small>{moment.format(new Date(d.createdAt))} · {d.url}{d.attempts > 1 && ` · ${say('attempts', { n: d.attempts })}`}</small>
              {d.failure != null && <small class="problem" title={d.failure}>{d.failure}</small>}
            </span>
            {(state === 'delivered' || state === 'failed') && <button type="button" class="link" aria-label={say('sendAgainOne', { name, id: d.id })} onClick={() => onAgain(d)}>{say('sendAgain')}</button>}
          </li>
        );
      })}
    </ul>
  );
}
