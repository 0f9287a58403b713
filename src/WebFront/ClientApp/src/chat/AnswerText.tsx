import { useMemo } from 'preact/hooks';
import type { Citation } from '../follow/protocol';
import { useWords } from '../i18n/useWords';
import { bind } from '../text/bind';
import { type Block, format } from '../text/format';
import type { Span } from '../text/inline';

interface Props {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly open?: number | null;
  readonly onCite?: (n: number) => void;
}

type Line = readonly Span[];

/** A message's text as elements. Nothing of it is ever read as HTML. */
export function AnswerText({ text, citations, open, onCite }: Props) {
  const t = useWords();
  const blocks = useMemo(() => format(text), [text]);
  const span = (s: Span, i: number) => {
    switch (s.kind) {
      case 'strong':
        return <strong key={i}>{s.text}</strong>;
      case 'emphasis':
        return <em key={i}>{s.text}</em>;
      case 'code':
        return <code key={i}>{s.text}</code>;
      case 'link':
        return <a key={i} href={s.href} target="_blank" rel="noopener noreferrer nofollow">{s.text}</a>;
      case 'cite': {
        const citation = citations.find((c) => c.n === s.n);
        // While the answer is being written its passages are not known yet; the number holds the place.
        if (citation === undefined || onCite === undefined) return <span key={i} class="cite cite-idle">{s.n}</span>;
        return (
          <button key={i} type="button" class="cite" aria-expanded={open === s.n} title={citation.title}
            aria-label={t('source', { n: s.n, title: citation.title })} onClick={() => onCite(s.n)}>
            {s.n}
          </button>
        );
      }
      default:
        return s.text;
    }
  };
  const line = (l: Line) =>
    bind(l).map((run, i) => (run.some((s) => s.kind === 'cite') ? <span key={i} class="bound">{run.map(span)}</span> : run.map(span)));
  const lines = (all: readonly Line[]) => all.map((l, j) => [j > 0 && <br />, line(l)]);
  const block = (b: Block, i: number) => {
    switch (b.kind) {
      case 'heading':
        return <h4 key={i}>{line(b.spans)}</h4>;
      case 'quote':
        return <blockquote key={i}>{lines(b.lines)}</blockquote>;
      case 'code':
        return <pre key={i} tabIndex={0}><code>{b.text}</code></pre>;
      case 'table':
        return (
          <div key={i} class="table" tabIndex={0}>
            <table>
              <thead><tr>{b.head.map((c, j) => <th key={j} scope="col">{line(c)}</th>)}</tr></thead>
              <tbody>{b.rows.map((row, j) => <tr key={j}>{row.map((c, k) => <td key={k}>{line(c)}</td>)}</tr>)}</tbody>
            </table>
          </div>
        );
      case 'list': {
        const items = b.items.map((item, j) => <li key={j}>{line(item)}</li>);
        return b.ordered ? <ol key={i} start={b.start}>{items}</ol> : <ul key={i}>{items}</ul>;
      }
      default:
        return <p key={i}>{lines(b.lines)}</p>;
    }
  };
  return <div class="answer" dir="auto">{blocks.map(block)}</div>;
}
