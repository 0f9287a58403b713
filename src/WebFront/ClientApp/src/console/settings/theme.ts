export type Theme = 'system' | 'light' | 'dark';

const key = 'support.theme';

/** The theme that was chosen; the page's own script reads the same before it is painted. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Not kept, then.
  }
}

/** The other of light and dark, seen from what is shown now. */
export function toggleTheme(): void {
  const now = currentTheme();
  const isDark = now === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : now === 'dark';
  setTheme(isDark ? 'light' : 'dark');
}
