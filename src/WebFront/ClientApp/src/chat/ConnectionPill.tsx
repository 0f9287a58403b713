import type { ChatState } from '../follow/chatClient';

const words = { idle: 'Here to help', online: 'Connected', connecting: 'Connecting…', offline: 'Reconnecting…' } as const;

/** Whether what is shown is live. */
export function ConnectionPill({ state }: { state: ChatState['connection'] }) {
  return <span class={`pill ${state}`} role="status"><i aria-hidden="true" />{words[state]}</span>;
}
