import { say } from '../words';
import { useStaff } from './context';

/** Whether what is shown is live, and what came after it was not. */
export function ConnectionPill() {
  const connection = useStaff((s) => s.connection);
  const recovered = useStaff((s) => s.recovered);
  const isFirst = useStaff((s) => s.counts === null);
  const back = (n: number) => (n > 1 ? say('backN', { n }) : say(n === 1 ? 'back1' : 'back0'));
  const text = connection === 'online' ? (recovered === null ? '' : back(recovered)) : isFirst && connection === 'connecting' ? '' : say('reconnecting');
  return <div class={`connection ${connection}`} role="status">{text !== '' && <span><i aria-hidden="true" />{text}</span>}</div>;
}
