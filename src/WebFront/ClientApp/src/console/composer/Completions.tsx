import { say } from '../words';

export interface Completion {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly insert: string;
}

interface Props {
  readonly id: string;
  readonly kind: '/' | '@';
  readonly items: readonly Completion[];
  readonly at: number;
  readonly onChoose: (item: Completion) => void;
}

/** What can be put in place of the word that is being written; the field keeps the focus. */
export function Completions({ id, kind, items, at, onChoose }: Props) {
  return (
    <ul class="completions" role="listbox" id={id} aria-label={say(kind === '/' ? 'cannedReplies' : 'mention')}>
      {items.map((item, i) => (
        <li key={item.key} id={`${id}-${i}`} role="option" aria-selected={i === at} onPointerDown={(e) => { e.preventDefault(); onChoose(item); }}>
          <b dir="auto">{item.label}</b><span dir="auto">{item.hint}</span>
        </li>
      ))}
    </ul>
  );
}
