import { useStaff } from '../parts/context';
import type { Thread } from '../state/thread';
import { say } from '../words';

/** Who is writing at this moment. */
export function TypingLine({ thread }: { thread: Thread }) {
  const now = useStaff((s) => s.now);
  const isTyping = (thread.typing['customer'] ?? 0) > now;
  return <p class="typing-line" role="status">{isTyping && <><span class="dots" aria-hidden="true"><i /><i /><i /></span>{say('customerTyping')}</>}</p>;
}
