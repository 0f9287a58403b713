import type { Form } from '../follow/protocol';

/** What a page or a store can choose of the widget. Every member is optional; see `merge` for whose word counts. */
export interface WidgetOptions {
  readonly store?: string;
  /** The address of the server, ending in a slash; the loader's own place unless given. */
  readonly base?: string;
  readonly color?: string;
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly position?: 'right' | 'left';
  readonly launcher?: { readonly icon?: 'chat' | 'question' | 'wave'; readonly text?: string };
  readonly greeting?: string;
  readonly welcome?: string;
  readonly locale?: string;
  readonly features?: { readonly [name in Feature]?: boolean };
  readonly zIndex?: number;
  /** When the launcher appears: a number is seconds. */
  readonly hiddenUntil?: 'load' | 'scroll' | 'open' | number;
  /** Paths with `*` for any run of characters; without any, every page. */
  readonly allowedPages?: readonly string[];
  readonly proactive?: readonly ProactiveRule[];
  readonly preChat?: Form;
  readonly logoUrl?: string;
  /** A selector of an element of the page that the chat fills, in place of the launcher. */
  readonly target?: string;
  /** Whether the chat may be opened in a window of its own; it may unless this is false. */
  readonly popout?: boolean;
  /** In such a window: the origin of the page that opened it. */
  readonly opener?: string;
  /** A fresh token of the signed-in customer, whenever one is needed. */
  readonly identity?: () => Promise<string>;
}

export type Feature = 'voice' | 'attachments' | 'faq' | 'proactive' | 'leadForms' | 'citations' | 'sound' | 'rating';

/** A line that the widget says of itself, once. */
export interface ProactiveRule {
  readonly id: string;
  readonly text: string;
  readonly afterSeconds?: number;
  readonly page?: string;
  readonly returning?: boolean;
}

const own = (of: object, name: string) => Object.prototype.hasOwnProperty.call(of, name);

/**
 * The options of several sources, the first of which counts: attributes before `init`, `init` before the store's
 * settings. Only own members are read, since a page may have added to the prototype of objects.
 */
export function merge(...sources: readonly WidgetOptions[]): WidgetOptions {
  // Without a prototype, for whoever reads them.
  const merged = { __proto__: null } as unknown as Record<string, unknown>;
  for (let i = sources.length - 1; i >= 0; i--) {
    const source = sources[i] as Record<string, unknown>;
    for (const name in source) {
      if (!own(source, name) || source[name] === undefined || source[name] === null) continue;
      const value = source[name];
      const nested = name === 'launcher' || name === 'features';
      merged[name] = nested ? merge((value ?? {}) as WidgetOptions, (own(merged, name) ? merged[name] : {}) as WidgetOptions) : value;
    }
  }
  return merged as WidgetOptions;
}

/** The options of a script element: `data-color`, `data-launcher-text`, `data-features="sound -faq"` and so on. */
export function fromAttributes(script: Element): WidgetOptions {
  const read = (name: string) => script.getAttribute(`data-${name}`) ?? undefined;
  const found: Record<string, unknown> = {};
  for (const name of ['store', 'color', 'theme', 'position', 'greeting', 'welcome', 'locale', 'target', 'base', 'opener']) found[name] = read(name);
  found['logoUrl'] = read('logo-url');
  if (read('popout') !== undefined) found['popout'] = read('popout') !== 'off';
  const icon = read('launcher-icon');
  const text = read('launcher-text');
  if (icon !== undefined || text !== undefined) found['launcher'] = { icon, text };
  const zIndex = Number(read('z-index'));
  if (zIndex > 0) found['zIndex'] = zIndex;
  const until = read('hidden-until');
  if (until !== undefined) found['hiddenUntil'] = Number(until) > 0 ? Number(until) : until;
  found['allowedPages'] = words(read('allowed-pages'));
  const features: Record<string, boolean> = {};
  const named = words(read('features')) ?? [];
  for (let i = 0; i < named.length; i++) features[named[i]!.replace(/^[-+]/, '')] = named[i]![0] !== '-';
  if (named.length > 0) found['features'] = features;
  return merge(found as WidgetOptions);
}

/** What stands between spaces and commas. */
function words(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const found: string[] = [];
  const word = /[^\s,]+/g;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) found[found.length] = match[0];
  return found;
}
