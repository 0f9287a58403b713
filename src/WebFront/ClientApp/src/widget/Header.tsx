import { ConnectionPill } from '../chat/ConnectionPill';
import { Icon } from '../chat/Icon';
import type { ChatState } from '../follow/chatState';
import { useWords } from '../i18n/useWords';
import { safeAddress } from '../text/inline';
import { useParts } from './context';
import { useStore } from './useStore';

/** Who answers, whether they are there, and what can be done with the conversation as a whole. */
export function Header({ state, name, onClose }: { state: ChatState; name: string; onClose: () => void }) {
  const t = useWords();
  const { client, panel, options, inline, has } = useParts();
  const { sound, isOpen } = useStore(panel);
  const { human, messages } = state.conversation;
  const picture = safeAddress((human === null ? options.logoUrl : human.pictureUrl) ?? '');
  const minimise = t(inline && !isOpen ? 'expand' : inline ? 'minimise' : 'closeChat');
  return (
    <div class="head">
      {picture === null ? <span class="avatar" aria-hidden="true">{name.slice(0, 1)}</span> : <img class="avatar" src={picture} alt="" />}
      <div class="who">
        <strong dir="auto">{name}</strong>
        <ConnectionPill state={state} />
      </div>
      {has('sound') && (
        <button type="button" class="quiet" aria-label={t(sound ? 'soundOff' : 'soundOn')} title={t(sound ? 'soundOff' : 'soundOn')} onClick={() => panel.setSound(!sound)}>
          <Icon name={sound ? 'sound' : 'silent'} />
        </button>
      )}
      {messages.length > 0 && (
        <button type="button" class="quiet" aria-label={t('startOver')} title={t('startOver')} onClick={() => client.startOver()}><Icon name="restart" /></button>
      )}
      <button type="button" class="quiet close" aria-label={minimise} title={minimise} aria-expanded={inline ? isOpen : undefined} onClick={onClose}>
        <Icon name={inline && !isOpen ? 'up' : inline ? 'down' : 'close'} />
      </button>
    </div>
  );
}
