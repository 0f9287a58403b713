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
