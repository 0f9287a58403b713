/** A piece of a line. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'cite'; readonly n: number };

/** A part of a message. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Span[])[] };

const bullet = /^\s*[-*•]\s+(.*)$/;
const numbered = /^\s*(\d{1,3})[.)]\s+(.*)$/;
const heading = /^#{1,4}\s+(.*)$/;
const inline = /\*\*([^*\n]+)\*\*|`([^`\n]+)`|\[(\d{1,3})\]/g;

/**
 * Reads the little formatting that messages have: paragraphs, lists, headings, bold, code and markers `[n]`. Whatever
 * else is in the text stays text; nothing in it can become markup or a link.
 */
export function format(text: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: Span[][] = [];
  let list: { ordered: boolean; start: number; items: Span[][] } | null = null;
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', lines: paragraph });
    if (list !== null) blocks.push({ kind: 'list', ...list });
    paragraph = [];
    list = null;
  };
  for (const line of text.split('\n')) {
    const item = bullet.exec(line);
    const step = numbered.exec(line);
    const title = heading.exec(line);
    if (line.trim() === '') {
      flush();
    } else if (title) {
      flush();
      blocks.push({ kind: 'heading', spans: spans(title[1] ?? '') });
    } else if (item || step) {
      const ordered = step !== null;
      if (list === null || list.ordered !== ordered) {
        flush();
        list = { ordered, start: ordered ? Number(step[1]) : 1, items: [] };
      }
      list.items.push(spans((item ? item[1] : step?.[2]) ?? ''));
    } else {
      if (list !== null) flush();
      paragraph.push(spans(line));
    }
  }
  flush();
  return blocks;
}

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

function spans(line: string): Span[] {
  const result: Span[] = [];
  let at = 0;
  for (const match of line.matchAll(inline)) {
    if (match.index > at) result.push({ kind: 'text', text: line.slice(at, match.index) });
    if (match[1] !== undefined) result.push({ kind: 'strong', text: match[1] });
    else if (match[2] !== undefined) result.push({ kind: 'code', text: match[2] });
    else result.push({ kind: 'cite', n: Number(match[3]) });
    at = match.index + match[0].length;
  }
  if (at < line.length) result.push({ kind: 'text', text: line.slice(at) });
  return result;
}
