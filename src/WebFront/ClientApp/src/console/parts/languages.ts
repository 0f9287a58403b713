/** A language's name in the console's language. */
export const languageOf = (tag: string): string => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;

/** Whether the agent's browser is set to another language. */
export const isForeign = (tag: string): boolean => tag.split('-')[0] !== navigator.language.split('-')[0];
