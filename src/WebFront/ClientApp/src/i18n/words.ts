import { en, type Words } from './en';

/** The languages beside English; each is fetched when it is wanted. */
export const languages: Readonly<Record<string, () => Promise<{ readonly words: Words }>>> = {
  ar: () => import('./ar'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
  he: () => import('./he'),
  hi: () => import('./hi'),
  it: () => import('./it'),
  ja: () => import('./ja'),
  nl: () => import('./nl'),
  pl: () => import('./pl'),
  pt: () => import('./pt'),
  tr: () => import('./tr'),
  zh: () => import('./zh'),
};

/** A language, what it is written with, and its texts. */
export interface Locale {
  /** As a BCP 47 tag, for dates and numbers. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
}

export const english: Locale = { tag: 'en', dir: 'ltr', words: en };

const rightToLeft = ['ar', 'he'];

/** The first of the wanted tags whose language is known; English when none is. */
export function choose(wanted: readonly (string | undefined)[]): { readonly tag: string; readonly language: string } {
  for (const tag of wanted) {
    const language = (tag ?? '').toLowerCase().split(/[-_]/)[0]!;
    if (tag !== undefined && (language === 'en' || Object.hasOwn(languages, language))) return { tag: tag.replaceAll('_', '-'), language };
  }
  return { tag: 'en', language: 'en' };
}

/** The first of the wanted languages that there is; English when its file cannot be had. */
export async function loadLocale(wanted: readonly (string | undefined)[]): Promise<Locale> {
  const { tag, language } = choose(wanted);
  if (language === 'en') return { ...english, tag };
  try {
    return { tag, dir: rightToLeft.includes(language) ? 'rtl' : 'ltr', words: (await languages[language]!()).words };
  } catch {
    return english;
  }
}

/** A text with its placeholders filled. */
export const fill = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
