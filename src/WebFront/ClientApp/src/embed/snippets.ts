import type { WidgetOptions } from '../loader/options';

/** What stands in the loader's attributes for some options; those that are not chosen are left to the store. */
export function attributesOf({ store, color, theme, position, launcher, greeting, welcome, locale, features, zIndex, hiddenUntil, allowedPages, logoUrl, target }: WidgetOptions): [string, string][] {
  const words = Object.entries(features ?? {}).map(([name, on]) => (on ? name : `-${name}`)).join(' ');
  const all: [string, string | number | undefined][] = [
    ['store', store], ['color', color], ['theme', theme], ['position', position], ['launcher-icon', launcher?.icon], ['launcher-text', launcher?.text],
    ['greeting', greeting], ['welcome', welcome], ['locale', locale], ['features', words], ['z-index', zIndex], ['hidden-until', hiddenUntil],
    ['allowed-pages', allowedPages?.join(' ')], ['logo-url', logoUrl], ['target', target],
  ];
  return all.filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [`data-${name}`, String(value)]);
}

const escapes: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** For a page's HTML. */
export function html(source: string, options: WidgetOptions): string {
  const attributes = attributesOf(options).map(([name, value]) => ` ${name}="${value.replace(/[&"<>]/g, (c) => escapes[c]!)}"`);
  return `<script async src="${source}"${attributes.join('')}></script>`;
}

/** For a React application: a component to put anywhere, once. */
export function react(source: string, options: WidgetOptions): string {
  return `import { useEffect } from 'react';

export function SupportChat() {
  useEffect(() => {
${create(source, options, '    ')}
    return () => {
      window.SupportWidget?.destroy?.();
      script.remove();
    };
  }, []);
  return null;
}`;
}

/** For a tag manager that takes HTML. */
export function tagManager(source: string, options: WidgetOptions): string {
  return `<script>
(function () {
${create(source, options, '  ').replace('const script', 'var script')}
})();
</script>`;
}

function create(source: string, options: WidgetOptions, indent: string): string {
  return [
    "const script = document.createElement('script');",
    'script.async = true;',
    `script.src = ${literal(source)};`,
    ...attributesOf(options).map(([name, value]) => `script.setAttribute('${name}', ${literal(value)});`),
    'document.head.appendChild(script);',
  ].map((line) => indent + line).join('\n');
}

/** A text as a literal that may stand within a script element. */
const literal = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c');
