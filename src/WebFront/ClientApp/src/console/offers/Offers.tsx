import { useStaff } from '../parts/context';
import { say } from '../words';
import { OfferCard } from './OfferCard';

/** What is offered to this agent now. */
export function Offers() {
  const offers = useStaff((s) => s.offers);
  return offers.length === 0 ? null : <section class="offers" aria-label={say('offers')} aria-live="assertive">{offers.map((o) => <OfferCard key={o.offerId} offer={o} />)}</section>;
}
