import { useEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../follow/follower';
import { useWords } from '../i18n/useWords';
import { finished, spoken } from '../text/sentences';

const keep = 8;

/**
 * Reads the conversation out, sentence by sentence as they are finished, never word by word. It is apart from the list
 * on the screen, which draws old messages anew while one scrolls.
 */
export function Announcer({ conversation, isRestoring }: { conversation: Conversation; isRestoring: boolean }) {
  const t = useWords();
  const [lines, setLines] = useState<readonly { readonly id: string; readonly text: string }[]>([]);
  const seen = useRef({ seq: conversation.lastSeq, turn: '', read: 0 });
  const { live, messages } = conversation;
  useEffect(() => {
    if (isRestoring) {
      seen.current.seq = conversation.lastSeq;
      return;
    }
    const said: { id: string; text: string }[] = [];
    const say = (id: string, text: string) => {
      if (spoken(text) !== '') said.push({ id, text: spoken(text) });
    };
    if (live !== null) {
      if (seen.current.turn !== live.turnId) seen.current = { ...seen.current, turn: live.turnId, read: 0 };
      const until = finished(live.text);
      if (until > seen.current.read) {
        say(`${live.turnId}-${until}`, live.text.slice(seen.current.read, until));
        seen.current.read = until;
      }
    }
    for (const message of messages.filter((m) => m.seq > seen.current.seq)) {
      seen.current.seq = message.seq;
      if (message.role === 'customer') continue;
      const from = message.turnId === seen.current.turn ? seen.current.read : 0;
      say(`m${message.seq}`, message.text.slice(from));
    }
    if (said.length > 0) setLines((before) => [...before, ...said].slice(-keep));
  }, [live, messages, isRestoring]);
  return <div class="hidden" role="log" aria-live="polite" aria-label={t('latestNews')}>{lines.map((l) => <p key={l.id}>{l.text}</p>)}</div>;
}
