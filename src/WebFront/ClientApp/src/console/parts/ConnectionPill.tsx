import { say } from '../words';
import { useStaff } from './context';

/** Whether what is shown is live, and what came after it was not. */
export function ConnectionPill() {
  const connection = useStaff((s) => s.connection);
  const recovered = useStaff((s) => s.recovered);
  const isFirst = useStaff((s) => s.counts === null);
  const text = connection !== 'online' ? (isFirst && connection === 'connecting' ? '' : say('reconnecting')) : recovered === null ? '' : recovered === 0 ? say('back0') : say('backN', { n: recovered });
  return <div class={`connection ${connection}`} role="status">{text !== '' && <span><i aria-hidden="true" />{text}</span>}</div>;
}
