import type { ComponentChildren, VNode } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { host } from '../widget/host';
import { movedBy, offsetsOf, windowOf } from './heights';
import { Icon } from './Icon';

const near = 48;
const beside = 6;

interface Props<T> {
  readonly items: readonly T[];
  readonly render: (item: T) => ComponentChildren;
  readonly label: string;
  readonly toEnd: string;
  /** The line to begin at, in place of the end. */
  readonly beginAt: string | null;
  /** Something that goes to the end when it changes: the reader's own latest message. */
  readonly own: string | undefined;
  /** The first lines are drawn; there may be more before them. */
  readonly onStart: () => void;
  readonly onEnd: (isAtEnd: boolean) => void;
  /** What stands below the last line. */
  readonly children: ComponentChildren;
}

/**
 * A list that draws the lines in view only. It stays at the end while the reader is there, leaves them alone when they
 * read back, and keeps what they look at in its place when lines above turn out higher than was thought, or are added.
 */
export function VirtualList<T extends { readonly key: string }>({ items, render, label, toEnd, beginAt, own, onStart, onEnd, children }: Props<T>) {
  const box = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const [view, setView] = useState({ top: 0, height: 600 });
  const [isAtEnd, setAtEnd] = useState(true);
  const pinned = useRef(true);
  const last = useRef({ top: 0, height: 0 });
  const target = useRef<string | null>(beginAt);
  const lastOwn = useRef(own);
  if (own !== undefined && own !== lastOwn.current) pinned.current = true;
  lastOwn.current = own;
  const offsets = offsetsOf(items.map((i) => i.key), heights.current);
  const total = offsets[items.length]!;
  const shape = useRef({ items, offsets });
  const moved = pinned.current || shape.current.items === items ? 0 : movedBy(shape.current.items, items, heights.current, view.top);
  const { from, to } = windowOf(offsets, pinned.current ? total - view.height : view.top + moved, view.height, beside);

  shape.current = { items, offsets };
  // What is looked at stays where it is when lines above it turn out to be of another height than was thought.
  const settle = useCallback((measured: readonly (readonly [key: string, height: number])[]) => {
    const area = box.current!;
    const { items: all, offsets: places } = shape.current;
    // Hidden lines have no height to go by.
    if (area.clientHeight === 0) return;
    let moved = 0;
    let changed = false;
    for (const [key, height] of measured) {
      if (heights.current.get(key) === height) continue;
      heights.current.set(key, height);
      changed = true;
      const index = all.findIndex((i) => i.key === key);
      if (index >= 0 && places[index + 1]! <= area.scrollTop) moved += height - (places[index + 1]! - places[index]!);
    }
    if (!changed) return;
    if (moved !== 0 && !pinned.current) area.scrollTop += moved;
    setView({ top: area.scrollTop, height: area.clientHeight });
  }, []);
  const observer = useMemo(() => new host.ResizeObserver((entries) => {
    const area = box.current;
    if (area === null) return;
    if (entries.some((e) => e.target === area)) setView((v) => ({ ...v, height: area.clientHeight }));
    const rows = entries.filter((e) => e.target !== area && e.target.isConnected);
    settle(rows.map((e) => [(e.target as HTMLElement).dataset['key'] ?? '', e.borderBoxSize[0]?.blockSize ?? 0]));
  }), []);

  useLayoutEffect(() => {
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, [observer]);

  useLayoutEffect(() => {
    const area = box.current!;
    const index = target.current === null ? -1 : items.findIndex((i) => i.key === target.current);
    if (index >= 0) {
      pinned.current = false;
      area.scrollTop = offsets[index]!;
      // The line is where it should be once it and its neighbours have been measured.
      if (heights.current.has(target.current!)) target.current = null;
    } else if (pinned.current) area.scrollTop = area.scrollHeight;
    else if (moved !== 0) {
      area.scrollTop += moved;
      setView({ top: area.scrollTop, height: area.clientHeight });
    }
    // The observer tells of new lines only after they have been shown in the wrong place.
    const rows = [...area.querySelectorAll<HTMLElement>('.line')].filter((row) => !heights.current.has(row.dataset['key'] ?? ''));
    settle(rows.map((row) => [row.dataset['key'] ?? '', row.offsetHeight]));
    if (pinned.current && rows.length > 0) area.scrollTop = area.scrollHeight;
    if (from === 0) onStart();
    last.current = { top: area.scrollTop, height: area.scrollHeight };
  });

  const setEnd = (end: boolean) => {
    if (end === isAtEnd) return;
    setAtEnd(end);
    onEnd(end);
  };
  const onScroll = () => {
    const area = box.current!;
    // Content that grows or shrinks also moves the end away; only going up in the same content is the reader's own wish.
    if (distanceOf(area) < near) pinned.current = true;
    else if (area.scrollHeight === last.current.height && area.scrollTop < last.current.top - 1) {
      pinned.current = false;
      target.current = null;
    }
    if (pinned.current) area.scrollTop = area.scrollHeight;
    last.current = { top: area.scrollTop, height: area.scrollHeight };
    setView({ top: area.scrollTop, height: area.clientHeight });
    setEnd(pinned.current);
  };
  // The browser tells of scrolling only later, and by then more text may have come.
  const onWheel = (e: WheelEvent) => {
    if (e.deltaY < 0 && box.current!.scrollTop > 0) pinned.current = false;
  };
  const goToEnd = () => {
    pinned.current = true;
    box.current!.scrollTop = box.current!.scrollHeight;
    setEnd(true);
  };
  return (
    <div class="log-frame">
      <div class="log" ref={box} role="region" aria-label={label} tabIndex={0} onScroll={onScroll} onWheel={onWheel}>
        <div style={{ height: `${offsets[from]}px` }} />
        {items.slice(from, to).map((item) => <Row key={item.key} id={item.key} observer={observer}>{render(item)}</Row>) as VNode[]}
        <div style={{ height: `${total - offsets[to]!}px` }} />
        {children}
      </div>
      {!isAtEnd && <button type="button" class="to-end" aria-label={toEnd} onClick={goToEnd}><Icon name="down" /></button>}
    </div>
  );
}

/** How far the end is below what is seen, in pixels. */
const distanceOf = (area: HTMLElement) => area.scrollHeight - area.scrollTop - area.clientHeight;

function Row({ id, observer, children }: { id: string; observer: ResizeObserver; children: ComponentChildren }) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = row.current!;
    observer.observe(element);
    return () => observer.unobserve(element);
  }, [observer]);
  return <div class="line" data-key={id} ref={row}>{children}</div>;
}
