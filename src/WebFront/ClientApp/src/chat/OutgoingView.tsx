import type { Outgoing } from '../follow/follower';

interface Props {
  readonly message: Outgoing;
  readonly offline: boolean;
  readonly onRetry: (id: string) => void;
  readonly onDiscard: (id: string) => void;
}

/** A message of this customer that is not in the log yet. */
export function OutgoingView({ message, offline, onRetry, onDiscard }: Props) {
  return (
    <article class={`message own pending ${message.state}`} data-role="customer">
      <div class="bubble"><p class="plain" dir="auto">{message.text}</p></div>
      {message.state === 'failed'
        ? (
          <div class="failure" role="alert">
            <span>{message.problem ?? 'Not sent.'}</span>
            <button type="button" onClick={() => onRetry(message.clientMessageId)}>Try again</button>
            <button type="button" onClick={() => onDiscard(message.clientMessageId)}>Remove</button>
          </div>
        )
        : <time>{offline ? 'Will be sent when you are back online' : 'Sending…'}</time>}
    </article>
  );
}
