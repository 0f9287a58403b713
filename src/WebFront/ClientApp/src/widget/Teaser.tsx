import { Icon } from '../chat/Icon';
import { useWords } from '../i18n/useWords';

interface Props {
  readonly text: string;
  readonly author: string;
  readonly onOpen: () => void;
  readonly onDismiss: () => void;
}

/** A line beside the closed launcher: what was just said, or what the store wants to say. */
export function Teaser({ text, author, onOpen, onDismiss }: Props) {
  const t = useWords();
  return (
    <aside class="teaser" aria-label={author}>
      <button type="button" class="teaser-text" onClick={onOpen}><b dir="auto">{author}</b><span dir="auto">{text}</span></button>
      <button type="button" class="quiet" aria-label={t('dismiss')} onClick={onDismiss}><Icon name="close" /></button>
    </aside>
  );
}
