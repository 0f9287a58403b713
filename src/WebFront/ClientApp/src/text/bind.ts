import type { Span } from './inline';

const lastWord = /\S{1,24}\s*$/;
const closing = /^[.,;:!?)]+/;

/**
 * A line in the runs that must not be broken: a marker stays with the word before it and the full stop behind it.
 * Of a very long word only the end, since the rest may have to be broken itself.
 */
export function bind(line: readonly Span[]): Span[][] {
  const runs: Span[][] = [];
  for (const span of line) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (span.kind === 'cite' && run !== undefined && before?.kind === 'text') {
      const word = lastWord.exec(before.text)?.[0] ?? '';
      run.pop();
      if (word.length < before.text.length) run.push({ ...before, text: before.text.slice(0, before.text.length - word.length) });
      if (run.length === 0) runs.pop();
      runs.push(word === '' ? [span] : [{ kind: 'text', text: word }, span]);
    } else if (span.kind === 'cite' && before?.kind === 'cite') {
      run?.push(span);
    } else if (span.kind === 'text' && before?.kind === 'cite') {
      const end = closing.exec(span.text)?.[0] ?? '';
      if (end !== '') run?.push({ kind: 'text', text: end });
      if (end.length < span.text.length) runs.push([{ kind: 'text', text: span.text.slice(end.length) }]);
    } else {
      runs.push([span]);
    }
  }
  return runs;
}
