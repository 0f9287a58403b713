import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import { AttachmentList } from '../attachments/AttachmentList';
import type { Message } from '../follow/follower';
import { useFormats, useWords } from '../i18n/useWords';
import { useParts } from '../widget/context';
import { AnswerText } from './AnswerText';
import { CitationCard } from './CitationCard';
import { RateAnswer } from './RateAnswer';

interface Props {
  readonly message: Message;
  readonly first: boolean;
  readonly last: boolean;
  readonly status: 'delivered' | 'read' | null;
  readonly score: number | undefined;
}

/** A message of the log. */
export const MessageView = memo(function MessageView({ message, first, last, status, score }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const t = useWords();
  const formats = useFormats();
  const { has } = useParts();
  if (message.role === 'system') return <p class="note" dir="auto">{message.text}</p>;
  const citations = has('citations') ? [...(message.citations ?? [])].sort((a, b) => a.n - b.n) : [];
  const sameTitle = new Set(citations.map((c) => c.title)).size < citations.length;
  const citation = citations.find((c) => c.n === open);
  const own = message.role === 'customer';
  return (
    <article class={`message ${own ? 'own' : 'theirs'} ${first ? 'first' : ''}`} data-seq={message.seq} data-role={message.role}>
      {!own && first && <span class="author" dir="auto">{message.author ?? t('assistant')}{message.role === 'agent' && <em> · {t('team')}</em>}</span>}
      {message.text !== '' && (
        <div class="bubble">
          {own
            ? <p class="plain" dir="auto">{message.text}</p>
            : <AnswerText text={message.text} citations={citations} open={open} onCite={(n) => setOpen(open === n ? null : n)} />}
        </div>
      )}
      <AttachmentList attachments={message.attachments ?? []} isNew={status !== null} />
      {citation !== undefined && <CitationCard citation={citation} onClose={() => setOpen(null)} />}
      {citations.length > 0 && citation === undefined && (
        <ul class="sources" aria-label={t('sources')}>
          {citations.map((c) => (
            <li key={c.n}>
              <button type="button" class="source" dir="auto" onClick={() => setOpen(c.n)}><b>{c.n}</b> {sameTitle && c.section ? c.section : c.title}</button>
            </li>
          ))}
        </ul>
      )}
      {(last || status !== null) && (
        <p class="foot">
          <time dateTime={message.at} title={formats.exact(message.at)}>{formats.time(message.at)}</time>
          {status !== null && <span class="status"> · {t(status)}</span>}
          {message.role === 'assistant' && has('rating') && <RateAnswer messageId={message.messageId} score={score} />}
        </p>
      )}
    </article>
  );
});
