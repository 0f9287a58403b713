import type { Feature, WidgetOptions } from '../loader/options';

/** What is typed into the generator; empty for what is left to the store. */
export type Typed = Readonly<Record<string, string>>;

/** A field of the generator. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly string[];
}

export const fields: readonly Field[] = [
  { name: 'color', label: 'Colour', hint: '#rrggbb' },
  { name: 'theme', label: 'Theme', options: ['light', 'dark', 'auto'] },
  { name: 'position', label: 'Side', options: ['right', 'left'] },
  { name: 'icon', label: 'Icon of the button', options: ['chat', 'question', 'wave'] },
  { name: 'text', label: 'Text of the button' },
  { name: 'greeting', label: 'First line of the chat' },
  { name: 'welcome', label: 'Heading above the form' },
  { name: 'locale', label: 'Language', options: ['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'tr', 'zh'] },
  { name: 'hiddenUntil', label: 'Appears', hint: 'load, scroll, open, or a number of seconds' },
  { name: 'allowedPages', label: 'Pages', hint: 'paths, * for anything: /shop/* /help' },
  { name: 'logoUrl', label: 'Address of a picture', hint: 'https://…' },
  { name: 'target', label: 'Element to fill', hint: 'a selector; in place of the button' },
  { name: 'zIndex', label: 'Layer (z-index)' },
];

export const features: readonly Feature[] = ['attachments', 'voice', 'faq', 'proactive', 'leadForms', 'citations', 'sound', 'rating'];

/** The options that are meant by what is typed. */
export function optionsOf(store: string, typed: Typed): WidgetOptions {
  const text = (name: string) => (typed[name]?.trim() === '' ? undefined : typed[name]?.trim());
  const chosen = features.filter((f) => text(`feature-${f}`) !== undefined).map((f) => [f, text(`feature-${f}`) === 'on'] as const);
  const icon = text('icon');
  const label = text('text');
  const until = text('hiddenUntil');
  const found: Record<string, unknown> = {
    store,
    hiddenUntil: Number(until) > 0 ? Number(until) : until,
    zIndex: Number(text('zIndex')) > 0 ? Number(text('zIndex')) : undefined,
    allowedPages: text('allowedPages')?.split(/\s+/),
    launcher: icon === undefined && label === undefined ? undefined : { ...(icon === undefined ? {} : { icon }), ...(label === undefined ? {} : { text: label }) },
    features: chosen.length === 0 ? undefined : Object.fromEntries(chosen),
  };
  for (const name of ['color', 'theme', 'position', 'greeting', 'welcome', 'locale', 'logoUrl', 'target']) found[name] = text(name);
  return Object.fromEntries(Object.entries(found).filter(([, v]) => v !== undefined)) as WidgetOptions;
}
