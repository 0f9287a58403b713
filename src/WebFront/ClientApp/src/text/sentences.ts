const ends = /[.!?…]["'”’)\]]*(?=\s|$)|[。！？؟।]["'”’)」』]*|\n/g;

/** How far a text that is still being written can be read out: to the end of its last finished sentence. */
export function finished(text: string): number {
  let end = 0;
  for (const match of text.matchAll(ends)) {
    const after = match.index + match[0].length;
    // A full stop at the very end may be the middle of a number.
    if (after < text.length || /[。！？؟।\n]/.test(match[0])) end = after;
  }
  return end;
}

/** A text as it is read out: without marks of formatting and of sources. */
export const spoken = (text: string): string =>
  text.replace(/\s*\[\d{1,3}\]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`#|]+/g, ' ').replace(/\s+/g, ' ').trim();
