import { useEffect, useRef, useState } from 'preact/hooks';
import type { Thread } from '../state/thread';
import { say } from '../words';
import { spoken } from '../../text/sentences';

/** Reads out what the customer writes while the conversation is open; the list on the screen redraws old messages while one scrolls. */
export function News({ thread, name }: { thread: Thread; name: string }) {
  const [text, setText] = useState('');
  const heard = useRef<number | null>(null);
  const message = thread.talk.messages.findLast((m) => m.role === 'customer');
  const seq = message?.seq ?? 0;
  useEffect(() => {
    // What was there when the conversation was opened is no news.
    if (heard.current !== null && thread.isOpen && seq > heard.current && message !== undefined) setText(say('says', { name, text: spoken(message.text) }));
    if (thread.isOpen) heard.current = seq;
  }, [seq, thread.isOpen]);
  return <p class="hidden" role="log" aria-label={say('newest')}>{text}</p>;
}
