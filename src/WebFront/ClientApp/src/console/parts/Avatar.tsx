import { useState } from 'preact/hooks';

const hues = 8;

/** One or two letters for a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter((w) => w !== '');
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((w) => [...w][0]!.toUpperCase()).join('') || '?';
}

/** A steady number for a text, so that somebody always has the same colour. */
export const hueOf = (text: string): number => [...text].reduce((sum, c) => (sum * 31 + c.codePointAt(0)!) % 9973, 7) % hues;

interface Props {
  readonly name: string;
  /** What the colour is made of; the name where nothing else is steady. */
  readonly of?: string;
  readonly pictureUrl?: string | undefined;
}

/** Somebody's picture, or the letters of the name. The name is beside it, so it says nothing itself. */
export function Avatar({ name, of = name, pictureUrl }: Props) {
  const [isBroken, setBroken] = useState(false);
  return pictureUrl !== undefined && !isBroken
    ? <img class="avatar" src={pictureUrl} alt="" onError={() => setBroken(true)} />
    : <span class="avatar" data-hue={hueOf(of)} aria-hidden="true">{initials(name)}</span>;
}
