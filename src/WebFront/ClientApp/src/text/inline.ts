/** A piece of a line. */
export type Span =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'cite'; readonly n: number };

const marks = /\*\*([^*\n]+)\*\*|`([^`\n]+)`|\[(\d{1,3})\](?!\()|\[([^\]\n]+)\]\(([^()\s]+)\)|(https?:\/\/[^\s<>"'`]+)|(?<![\w*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])/g;
const trailing = /[.,;:!?)\]}]+$/;

/** An address that a browser may open from a message, or null: pages and mail, and nothing that could be code. */
export function safeAddress(href: string): string | null {
  try {
    const url = new URL(href);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) && url.username === '' ? url.href : null;
  } catch {
    return null;
  }
}

/** Reads bold, emphasis, code, links and markers `[n]`; whatever else is in a line stays text. */
export function spans(line: string): Span[] {
  const result: Span[] = [];
  let at = 0;
  for (const match of line.matchAll(marks)) {
    const [whole, strong, code, cite, label, target, bare, emphasis] = match;
    const address = bare?.replace(trailing, '');
    const span = read(strong, code, cite, label, target, address, emphasis);
    if (span === null) continue;
    if (match.index > at) result.push({ kind: 'text', text: line.slice(at, match.index) });
    result.push(span);
    at = match.index + (address ?? whole).length;
  }
  if (at < line.length) result.push({ kind: 'text', text: line.slice(at) });
  return result;
}

function read(strong?: string, code?: string, cite?: string, label?: string, target?: string, bare?: string, emphasis?: string): Span | null {
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (code !== undefined) return { kind: 'code', text: code };
  if (cite !== undefined) return { kind: 'cite', n: Number(cite) };
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  const href = safeAddress(target ?? bare ?? '');
  return href === null ? null : { kind: 'link', text: label ?? bare ?? href, href };
}
