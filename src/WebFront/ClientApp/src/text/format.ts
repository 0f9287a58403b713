import { type Span, spans } from './inline';

/** A part of a message. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'quote'; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly (readonly Span[])[]; readonly rows: readonly (readonly (readonly Span[])[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Span[])[] };

const bullet = /^\s*[-*•]\s+(.*)$/;
const numbered = /^\s*(\d{1,3})[.)]\s+(.*)$/;
const heading = /^#{1,4}\s+(.*)$/;
const quoted = /^>\s?(.*)$/;
const fence = /^\s*```/;
const rule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/**
 * Reads the formatting that messages have: paragraphs, lists, headings, quotes, code, tables, and within lines bold,
 * emphasis, code, links and markers `[n]`. Whatever else is in the text stays text; nothing in it can become markup.
 */
export function format(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.trim() === '') i++;
    else if (fence.test(line)) i = readCode(lines, i, blocks);
    else if (line.includes('|') && rule.test(lines[i + 1] ?? '') && lines[i + 1]!.includes('|')) i = readTable(lines, i, blocks);
    else if (heading.test(line)) blocks.push({ kind: 'heading', spans: spans(heading.exec(lines[i++]!)![1]!) });
    else if (isItem(line)) i = readList(lines, i, blocks);
    else if (quoted.test(line)) {
      const quote: Span[][] = [];
      for (; i < lines.length && quoted.test(lines[i]!); i++) quote.push(spans(quoted.exec(lines[i]!)![1]!));
      blocks.push({ kind: 'quote', lines: quote });
    } else {
      const paragraph: Span[][] = [];
      for (; i < lines.length && isPlain(lines[i]!); i++) paragraph.push(spans(lines[i]!));
      blocks.push({ kind: 'paragraph', lines: paragraph });
    }
  }
  return blocks;
}

const isItem = (line: string) => bullet.test(line) || numbered.test(line);

const isPlain = (line: string) => line.trim() !== '' && !isItem(line) && !heading.test(line) && !quoted.test(line) && !fence.test(line);

function readCode(lines: readonly string[], from: number, blocks: Block[]): number {
  let end = from + 1;
  while (end < lines.length && !fence.test(lines[end]!)) end++;
  blocks.push({ kind: 'code', text: lines.slice(from + 1, end).join('\n') });
  return end + 1;
}

function readTable(lines: readonly string[], from: number, blocks: Block[]): number {
  let end = from + 2;
  while (end < lines.length && lines[end]!.includes('|')) end++;
  const head = cells(lines[from]!);
  const rows = lines.slice(from + 2, end).map((line) => head.map((_, i) => spans(cells(line)[i] ?? '')));
  blocks.push({ kind: 'table', head: head.map(spans), rows });
  return end;
}

const cells = (line: string) => line.trim().replace(/^\||\|$/g, '').split('|').map((c) => c.trim());

function readList(lines: readonly string[], from: number, blocks: Block[]): number {
  const ordered = !bullet.test(lines[from]!);
  const items: Span[][] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const item = ordered ? numbered.exec(lines[at]!)?.[2] : bullet.exec(lines[at]!)?.[1];
    if (item === undefined) break;
    items.push(spans(item));
  }
  blocks.push({ kind: 'list', ordered, start: ordered ? Number(numbered.exec(lines[from]!)![1]) : 1, items });
  return at;
}
