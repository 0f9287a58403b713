import type { ComponentChildren } from 'preact';
import { Glyph } from '../parts/Glyph';
import { say } from '../words';

interface Props<T> {
  readonly items: readonly T[];
  readonly onChange: (items: readonly T[]) => void;
  readonly blank: T;
  readonly most: number;
  /** What one is called, by its number. */
  readonly nameOf: (n: number) => string;
  readonly add: string;
  readonly children: (item: T, set: (item: T) => void) => ComponentChildren;
}

/** Things of which the first that fits counts: each on a card, in their order. */
export function CardList<T>({ items, onChange, blank, most, nameOf, add, children }: Props<T>) {
  const up = (at: number) => onChange(items.map((item, i) => (i === at - 1 ? items[at]! : i === at ? items[at - 1]! : item)));
  return (
    <>
      <ol class="cards">
        {items.map((item, i) => (
          <li key={i}><div class="card" role="group" aria-label={nameOf(i + 1)}>
            <div class="card-head">
              <h3>{nameOf(i + 1)}</h3>
              {i > 0 && <button type="button" class="link" aria-label={say('moveUpOne', { name: nameOf(i + 1) })} onClick={() => up(i)}>{say('moveUp')}</button>}
              <button type="button" class="tool" aria-label={say('removeOne', { name: nameOf(i + 1) })} onClick={() => onChange(items.filter((_, j) => j !== i))}><Glyph name="close" /></button>
            </div>
            {children(item, (next) => onChange(items.map((o, j) => (j === i ? next : o))))}
          </div></li>
        ))}
      </ol>
      {items.length < most && <button type="button" class="secondary" onClick={() => onChange([...items, blank])}>{add}</button>}
    </>
  );
}
