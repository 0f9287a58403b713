import type { Offer } from '../api/wire';
import { nameOf } from '../lists/who';
import { Avatar } from '../parts/Avatar';
import { useParts } from '../parts/context';
import { useCountdown } from '../thread/useCountdown';
import { say, sayIf } from '../words';

/** A conversation that is offered for a while; it goes when its time is over. */
export function OfferCard({ offer: { offerId, conversationId, desk, expiresAt, line } }: { offer: Offer }) {
  const { client } = useParts();
  const seconds = useCountdown(expiresAt);
  if (seconds === 0) return null;
  return (
    <article class="offer">
      <Avatar name={nameOf(line)} of={line.contactId} />
      <div>
        <b dir="auto">{say('offerText', { name: nameOf(line), desk })}</b>
        <small>{line.escalation !== undefined && `${sayIf(`type.${line.escalation.type}`, line.escalation.type)} · ${sayIf(`reason.${line.escalation.reason}`, line.escalation.reason)}`}</small>
        <p dir="auto">{line.lastMessage?.text}</p>
      </div>
      <footer>
        <span class="offer-time" aria-hidden="true">{say('secondsLeft', { n: seconds })}</span>
        <button type="button" class="secondary small" onClick={() => void client.commands.declineOffer(offerId)}>{say('decline')}</button>
        <button type="button" class="primary small" onClick={() => void client.commands.acceptOffer(offerId, conversationId)}>{say('accept')}</button>
      </footer>
    </article>
  );
}
