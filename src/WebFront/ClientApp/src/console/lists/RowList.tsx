import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const beside = 4;
const nearEnd = 12;

interface Props<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Of each row, in pixels. */
  readonly height: number;
  readonly label: string;
  /** Is kept in view. */
  readonly at: number;
  readonly render: (item: T) => ComponentChildren;
  readonly onNearEnd: () => void;
  readonly children?: ComponentChildren;
}

/** A list of rows of one height that draws only those in view, however many there are. */
export function RowList<T>({ items, keyOf, height, label, at, render, onNearEnd, children }: Props<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const area = box.current!;
    const measure = () => setView({ top: area.scrollTop, height: area.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(area);
    area.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      area.removeEventListener('scroll', measure);
    };
  }, []);
  const from = Math.max(0, Math.floor(view.top / height) - beside);
  const to = Math.min(items.length, Math.ceil((view.top + view.height) / height) + beside);
  useEffect(() => {
    if (to >= items.length - nearEnd) onNearEnd();
  }, [to, items.length]);
  useEffect(() => {
    const area = box.current!;
    if (at < 0) return;
    if (at * height < area.scrollTop) area.scrollTop = at * height;
    else if ((at + 1) * height > area.scrollTop + area.clientHeight) area.scrollTop = (at + 1) * height - area.clientHeight;
  }, [at]);
  return (
    <div class="rows" ref={box}>
      <ul aria-label={label} style={{ height: `${items.length * height}px` }}>
        {items.slice(from, to).map((item, i) => (
          <li key={keyOf(item)} aria-setsize={items.length} aria-posinset={from + i + 1} style={{ height: `${height}px`, transform: `translateY(${(from + i) * height}px)` }}>
            {render(item)}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
