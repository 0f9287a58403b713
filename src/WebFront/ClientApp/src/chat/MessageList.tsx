import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

const near = 48;

/** The log on the screen. It stays at the end while the reader is there, and leaves them alone when they read back. */
export function MessageList({ children, version }: { children: ComponentChildren; version: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const pinned = useRef(true);

  useLayoutEffect(() => {
    if (pinned.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [version]);

  useEffect(() => {
    // An opened source or a rotated phone changes the height without a new message.
    const area = box.current;
    if (area === null) return;
    const observer = new ResizeObserver(() => {
      if (pinned.current) area.scrollTop = area.scrollHeight;
    });
    observer.observe(area);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const area = box.current;
    if (area === null) return;
    pinned.current = area.scrollHeight - area.scrollTop - area.clientHeight < near;
    setAtEnd(pinned.current);
  };
  const toEnd = () => {
    pinned.current = true;
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };
  return (
    <div class="log-frame">
      <div class="log" ref={box} role="log" aria-live="polite" aria-relevant="additions" aria-label="Conversation" tabIndex={0} onScroll={onScroll}>
        {children}
      </div>
      {!atEnd && <button type="button" class="to-end" aria-label="To the latest message" onClick={toEnd}><Icon name="down" /></button>}
    </div>
  );
}
