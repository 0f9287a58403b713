import { useWords } from '../i18n/useWords';
import { useParts } from './context';
import { useStore } from './useStore';

const tabs = ['chat', 'help'] as const;

/** The chat or the help; the arrow keys go from one to the other. */
export function Tabs() {
  const t = useWords();
  const { panel } = useParts();
  const { tab } = useStore(panel);
  const move = (e: KeyboardEvent) => {
    if (e.key !== 'ArrowLeft' && e.key !== 'ArrowRight') return;
    const other = tab === 'chat' ? 'help' : 'chat';
    panel.show(other);
    (e.currentTarget as HTMLElement).querySelector<HTMLElement>(`#to-${other}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t('tabs')} onKeyDown={move}>
      {tabs.map((name) => (
        <button key={name} type="button" role="tab" id={`to-${name}`} aria-selected={tab === name} aria-controls={`tab-${name}`} tabIndex={tab === name ? 0 : -1} onClick={() => panel.show(name)}>
          {t(name === 'chat' ? 'tabChat' : 'tabHelp')}
        </button>
      ))}
    </div>
  );
}
