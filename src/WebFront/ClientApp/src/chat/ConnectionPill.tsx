import type { ChatState } from '../follow/chatState';
import { useFormats, useWords } from '../i18n/useWords';

/** Whether what is shown is live; and where it is, whether the team is there. */
export function ConnectionPill({ state }: { state: ChatState }) {
  const t = useWords();
  const formats = useFormats();
  const { availability } = state.profile ?? {};
  const isAway = availability?.open === false && state.connection !== 'offline' && state.conversation.human === null;
  const away = availability?.opensAt === undefined ? t('awayLong') : t('away', { time: formats.soon(availability.opensAt) });
  return <span class={`pill ${state.connection} ${isAway ? 'away' : ''}`} role="status"><i aria-hidden="true" />{isAway ? away : t(state.connection)}</span>;
}
