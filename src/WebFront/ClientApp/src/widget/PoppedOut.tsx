import { Icon } from '../chat/Icon';
import { useWords } from '../i18n/useWords';
import { useParts } from './context';

/** In the place of a chat that is open in a window of its own. */
export function PoppedOut() {
  const t = useWords();
  const { popout } = useParts();
  return (
    <div class="popped-out" role="status">
      <Icon name="window" />
      <p>{t('poppedOut')}</p>
      <button type="button" class="primary" onClick={() => popout.takeBack()}>{t('takeBack')}</button>
      <button type="button" class="plain-button" onClick={() => popout.focus()}>{t('showWindow')}</button>
    </div>
  );
}
