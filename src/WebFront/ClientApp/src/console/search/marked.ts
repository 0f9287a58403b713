/** A text cut at its marks; marks that overlap or lie outside are cut to what fits. */
export function markedParts(text: string, marks: readonly (readonly [number, number])[]): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const parts: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(at, from);
    const end = Math.min(text.length, to);
    if (end <= begin) continue;
    if (begin > at) parts.push({ text: text.slice(at, begin), isMarked: false });
    parts.push({ text: text.slice(begin, end), isMarked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}
