import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import { AnswerText } from '../../chat/AnswerText';
import { CitationCard } from '../../chat/CitationCard';
import type { MessageData } from '../../follow/protocol';
import { Avatar } from '../parts/Avatar';
import { useParts } from '../parts/context';
import { say } from '../words';
import { AttachmentChips } from './AttachmentChips';

interface Props {
  readonly conversationId: string;
  readonly seq: number;
  readonly at: string;
  readonly message: MessageData;
  /** What the customer is called. */
  readonly customer: string;
  readonly isFirst: boolean;
  /** The turn that wrote it. */
  readonly turnId: string | null;
  /** What it says in the agent's language; empty where that is not wanted, or says the same. */
  readonly translation: string;
}

/** A message of the log. */
export const MessageBubble = memo(function MessageBubble({ conversationId, seq, at, message, customer, isFirst, turnId, translation }: Props) {
  const { client, ui } = useParts();
  const [open, setOpen] = useState<number | null>(null);
  const citations = [...(message.citations ?? [])].sort((a, b) => a.n - b.n);
  const citation = citations.find((c) => c.n === open);
  if (message.role === 'system') return <p class="marker" dir="auto">{message.text}</p>;
  const isCustomer = message.role === 'customer';
  const author = isCustomer ? customer : (message.author ?? say('assistant'));
  return (
    <article class={`message ${isCustomer ? 'theirs' : 'ours'} ${message.role} ${isFirst ? 'first' : ''}`} data-seq={seq} data-role={message.role}>
      {isFirst && <span class="author" dir="auto"><Avatar name={author} of={isCustomer ? (client.state.lines.get(conversationId)?.contactId ?? author) : author} />{author}<time dateTime={at}>{timeOf(at)}</time></span>}
      {message.text !== '' && (
        <div class={`bubble ${translation === '' ? '' : 'translated'}`} title={new Date(at).toLocaleString()}>
          {isCustomer ? <p class="plain" dir="auto">{message.text}</p> : <AnswerText text={message.text} citations={citations} open={open} onCite={(n) => setOpen(open === n ? null : n)} />}
          {translation !== '' && <p class="plain translation" dir="auto" lang={navigator.language}>{translation}</p>}
        </div>
      )}
      <AttachmentChips conversationId={conversationId} attachments={message.attachments ?? []} />
      {citation !== undefined && <CitationCard citation={citation} onClose={() => setOpen(null)} />}
      <span class="under">
        {turnId !== null && <button type="button" class="link small" onClick={() => ui.show({ cockpit: turnId })}>{say('cockpit')}</button>}
      </span>
    </article>
  );
});

const timeOf = (at: string) => new Date(at).toLocaleTimeString([], { timeStyle: 'short' });
