import { useMemo } from 'preact/hooks';
import type { Citation } from '../follow/protocol';
import { bind, format, type Span } from '../text/format';

interface Props {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly open?: number | null;
  readonly onCite?: (n: number) => void;
}

/** A message's text as elements. Nothing of it is ever read as HTML. */
export function AnswerText({ text, citations, open, onCite }: Props) {
  const blocks = useMemo(() => format(text), [text]);
  const span = (s: Span, i: number) => {
    switch (s.kind) {
      case 'strong':
        return <strong key={i}>{s.text}</strong>;
      case 'code':
        return <code key={i}>{s.text}</code>;
      case 'cite': {
        const citation = citations.find((c) => c.n === s.n);
        // While the answer is being written its passages are not known yet; the number holds the place.
        if (citation === undefined || onCite === undefined) return <span key={i} class="cite cite-idle">{s.n}</span>;
        return (
          <button key={i} type="button" class="cite" aria-expanded={open === s.n} title={citation.title}
            aria-label={`Source ${s.n}: ${citation.title}`} onClick={() => onCite(s.n)}>
            {s.n}
          </button>
        );
      }
      default:
        return s.text;
    }
  };
  const runs = (line: readonly Span[]) =>
    bind(line).map((run, i) => (run.some((s) => s.kind === 'cite') ? <span key={i} class="bound">{run.map(span)}</span> : run.map(span)));
  return (
    <div class="answer" dir="auto">
      {blocks.map((b, i) => {
        switch (b.kind) {
          case 'heading':
            return <h4 key={i}>{runs(b.spans)}</h4>;
          case 'list': {
            const items = b.items.map((item, j) => <li key={j}>{runs(item)}</li>);
            return b.ordered ? <ol key={i} start={b.start}>{items}</ol> : <ul key={i}>{items}</ul>;
          }
          default:
            return <p key={i}>{b.lines.map((line, j) => [j > 0 && <br />, runs(line)])}</p>;
        }
      })}
    </div>
  );
}
