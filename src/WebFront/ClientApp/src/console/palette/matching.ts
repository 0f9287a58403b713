/** The things whose name has all the words of a text, those that begin with it first. */
export function matching<T>(all: readonly T[], text: string, nameOf: (thing: T) => string): readonly T[] {
  const words = text.toLowerCase().split(/\s+/).filter((w) => w !== '');
  const found = all.filter((thing) => words.every((w) => nameOf(thing).toLowerCase().includes(w)));
  const begins = (thing: T) => Number(words.length > 0 && nameOf(thing).toLowerCase().startsWith(words[0]!));
  return found.sort((a, b) => begins(b) - begins(a));
}
