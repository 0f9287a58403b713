/** The words of a list as it is written into a field. */
export const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().split(/[\s,;،、]+/).filter((w) => w !== ''))];

/** A list of words as a field shows it. */
export const listOf = (words: readonly string[] | undefined): string => (words ?? []).join(' ');
