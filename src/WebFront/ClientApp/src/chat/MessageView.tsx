import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { Message } from '../follow/follower';
import { AnswerText } from './AnswerText';
import { CitationCard } from './CitationCard';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** A message of the log. */
export const MessageView = memo(function MessageView({ message, first }: { message: Message; first: boolean }) {
  const [open, setOpen] = useState<number | null>(null);
  const citations = [...(message.citations ?? [])].sort((a, b) => a.n - b.n);
  const sameTitle = new Set(citations.map((c) => c.title)).size < citations.length;
  const citation = citations.find((c) => c.n === open);
  if (message.role === 'system') return <p class="note" dir="auto">{message.text}</p>;
  const own = message.role === 'customer';
  return (
    <article class={`message ${own ? 'own' : 'theirs'} ${first ? 'first' : ''}`} data-seq={message.seq} data-role={message.role}>
      {!own && first && <span class="author">{message.author ?? 'Assistant'}{message.role === 'agent' && <em> · team</em>}</span>}
      <div class="bubble">
        {own
          ? <p class="plain" dir="auto">{message.text}</p>
          : <AnswerText text={message.text} citations={citations} open={open} onCite={(n) => setOpen(open === n ? null : n)} />}
      </div>
      {citation !== undefined && <CitationCard citation={citation} onClose={() => setOpen(null)} />}
      {!own && citations.length > 0 && citation === undefined && (
        <ul class="sources" aria-label="Sources">
          {citations.map((c) => (
            <li key={c.n}>
              <button type="button" class="source" dir="auto" onClick={() => setOpen(c.n)}><b>{c.n}</b> {sameTitle && c.section ? c.section : c.title}</button>
            </li>
          ))}
        </ul>
      )}
      <time dateTime={message.at}>{clock.format(new Date(message.at))}</time>
    </article>
  );
});
