import { useEffect, useRef } from 'preact/hooks';
import { Attention as Bell } from '../../widget/attention';
import { nameOf } from '../lists/who';
import { useParts, useStaff } from '../parts/context';
import { useSelect } from '../parts/useSelect';
import { say } from '../words';

const bell = new Bell();

/** Tells who looks elsewhere of offers and waiting messages: in the tab's title, by a sound and by a notification where these are wanted. */
export function Attention() {
  const { client, preferences } = useParts();
  const offers = useStaff((s) => s.offers);
  const storeName = useStaff((s) => s.seat.name);
  const unassigned = useStaff((s) => s.counts?.unassigned ?? 0);
  const { sound, notifications } = useSelect(preferences, (p) => p);
  const known = useRef(new Set<string>());
  useEffect(() => {
    const waiting = offers.length > 0 ? `(${offers.length}!) ` : unassigned > 0 ? `(${unassigned}) ` : '';
    document.title = `${waiting}${storeName} · ${say('console')}`;
  }, [offers.length, unassigned, storeName]);
  useEffect(() => {
    const fresh = offers.filter((o) => !known.current.has(o.offerId));
    known.current = new Set(offers.map((o) => o.offerId));
    if (fresh.length === 0) return;
    if (sound) bell.ring();
    if (!notifications || document.visibilityState === 'visible' || !('Notification' in globalThis) || Notification.permission !== 'granted') return;
    for (const offer of fresh) {
      const notice = new Notification(say('offerNotice'), { body: nameOf(offer.line), tag: offer.offerId });
      notice.onclick = () => {
        focus();
        client.go('inbox', undefined, undefined, offer.conversationId);
        notice.close();
      };
    }
  }, [offers]);
  return null;
}
