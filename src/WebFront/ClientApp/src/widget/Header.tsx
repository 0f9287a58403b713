import { ConnectionPill } from '../chat/ConnectionPill';
import { Icon } from '../chat/Icon';
import type { ChatState } from '../follow/chatState';
import { useWords } from '../i18n/useWords';
import { safeAddress } from '../text/inline';
import { useParts } from './context';
import { useStore } from './useStore';

/** Who answers, whether they are there, and what can be done with the conversation as a whole. */
export function Header({ state, name, isPhone, onClose }: { state: ChatState; name: string; isPhone: boolean; onClose: () => void }) {
  const t = useWords();
  const { client, panel, popout, options, inline, isWhole, isWindow, has } = useParts();
  const { isOut } = useStore(popout);
  const { sound, isOpen } = useStore(panel);
  const { human, messages } = state.conversation;
  const picture = safeAddress((human === null ? options.logoUrl : human.pictureUrl) ?? '');
  const folds = inline && !isWhole;
  const minimise = t(isWindow ? 'closeWindow' : folds && !isOpen ? 'expand' : folds ? 'minimise' : 'closeChat');
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
      {options.popout !== false && !isWhole && !isOut && !isPhone && isOpen && (
        <button type="button" class="quiet" aria-label={t('popOut')} title={t('popOut')} onClick={() => popout.open()}><Icon name="window" /></button>
      )}
      {messages.length > 0 && !isOut && (
        <button type="button" class="quiet" aria-label={t('startOver')} title={t('startOver')} onClick={() => client.startOver()}><Icon name="restart" /></button>
      )}
      {(!isWhole || isWindow) && (
        <button type="button" class="quiet close" aria-label={minimise} title={minimise} aria-expanded={folds ? isOpen : undefined} onClick={onClose}>
          <Icon name={folds && !isOpen ? 'up' : folds ? 'down' : 'close'} />
        </button>
      )}
    </div>
  );
}
