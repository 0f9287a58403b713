import type { ChatClient } from '../follow/chatClient';
import { Composer } from './Composer';
import { ConnectionPill } from './ConnectionPill';
import { Icon } from './Icon';
import { LiveAnswer } from './LiveAnswer';
import { MessageList } from './MessageList';
import { MessageView } from './MessageView';
import { OutgoingView } from './OutgoingView';
import { useChat } from './useChat';

const personWanted = 'I would like to talk to a person.';

/** The chat: header, log, suggestions, composer. */
export function ChatPanel({ client, draft, onClose }: { client: ChatClient; draft: string; onClose: () => void }) {
  const { profile, conversation, connection, unreachable, restoring } = useChat(client);
  const { messages, outgoing, live, typing, human, resolved } = conversation;
  const name = human ?? profile?.assistantName ?? 'Assistant';
  const last = messages.at(-1);
  const answering = live !== null || typing === 'assistant';
  const empty = messages.length === 0 && outgoing.length === 0 && !restoring;
  const offers = !answering && outgoing.length === 0 && last !== undefined && last.role !== 'customer' ? last : undefined;
  return (
    <section class="chat" aria-label={`Chat with ${name}`}>
      <header class="chat-head">
        <span class="avatar" aria-hidden="true">{name.slice(0, 1)}</span>
        <div class="who">
          <strong>{name}</strong>
          <ConnectionPill state={connection} />
        </div>
        {messages.length > 0 && (
          <button type="button" class="quiet" aria-label="Start a new conversation" title="Start a new conversation" onClick={() => client.startOver()}>
            <Icon name="restart" />
          </button>
        )}
        <button type="button" class="quiet close" aria-label="Close the chat" onClick={onClose}><Icon name="close" /></button>
      </header>
      <MessageList version={conversation}>
        {unreachable && <p class="note warning" role="alert">We cannot be reached at the moment. Trying again…</p>}
        {restoring && messages.length === 0 && <div class="restoring" aria-label="Loading your conversation"><i /><i /><i /></div>}
        {profile !== null && profile.greeting !== '' && !restoring && (
          <article class="message theirs first" data-role="greeting">
            <span class="author">{profile.assistantName}</span>
            <div class="bubble"><p class="plain" dir="auto">{profile.greeting}</p></div>
          </article>
        )}
        {messages.map((m, i) => <MessageView key={m.seq} message={m} first={messages[i - 1]?.role !== m.role} />)}
        {outgoing.map((o) => (
          <OutgoingView key={o.clientMessageId} message={o} offline={connection === 'offline'}
            onRetry={(id) => client.retry(id)} onDiscard={(id) => client.discard(id)} />
        ))}
        {answering && <LiveAnswer turn={live} name={name} />}
        {typing === 'human' && <p class="note">{name} is typing…</p>}
        {resolved && <p class="note">This conversation is resolved. Write again to reopen it.</p>}
        {empty && profile !== null && (
          <Choices label="Questions others ask" choices={profile.starterQuestions} onChoose={(q) => client.send(q)} />
        )}
        {offers !== undefined && (
          <Choices label="Suggestions" choices={offers.suggestions ?? []} onChoose={(q) => client.send(q)}>
            {offers.actions?.includes('offer-human') && (
              <button type="button" class="choice person" onClick={() => client.send(personWanted)}><Icon name="person" /> Talk to a person</button>
            )}
          </Choices>
        )}
      </MessageList>
      <Composer draft={draft} placeholder={`Ask ${name} anything`} busy={answering} onSend={(text) => client.send(text)}
        onStop={() => client.stop()} onTyping={(isTyping) => client.setTyping(isTyping)} />
    </section>
  );
}

function Choices({ label, choices, onChoose, children }: {
  label: string; choices: readonly string[]; onChoose: (choice: string) => void; children?: preact.ComponentChildren;
}) {
  if (choices.length === 0 && !children) return null;
  return (
    <div class="choices" role="group" aria-label={label}>
      {choices.map((c) => <button key={c} type="button" class="choice" dir="auto" onClick={() => onChoose(c)}>{c}</button>)}
      {children}
    </div>
  );
}
