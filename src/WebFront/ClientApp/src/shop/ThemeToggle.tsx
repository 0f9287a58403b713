import { useState } from 'preact/hooks';
import { Icon } from '../chat/Icon';

const isDark = () => {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
};

/** Light or dark; the system's choice until this is used. */
export function ThemeToggle() {
  const [dark, setDark] = useState(isDark);
  const toggle = () => {
    const theme = dark ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem('support.theme', theme);
    } catch {
      // Not kept, then.
    }
    setDark(!dark);
  };
  return (
    <button type="button" class="quiet theme" aria-pressed={dark} aria-label="Dark theme" onClick={toggle}>
      <Icon name={dark ? 'sun' : 'moon'} />
    </button>
  );
}
