import { useEffect, useRef, useState } from 'preact/hooks';
import type { Store } from '../../follow/store';

/** A part of a store's state, rendered anew when that part changes: at most once a frame, or at once. */
export function useSelect<S extends object, T>(store: Store<S>, select: (state: S) => T, isAtOnce = false): T {
  const [, draw] = useState(0);
  const latest = useRef(select);
  latest.current = select;
  const shown = select(store.state);
  const last = useRef(shown);
  last.current = shown;
  useEffect(() => {
    let frame = 0;
    const update = () => {
      frame = 0;
      if (!Object.is(latest.current(store.state), last.current)) draw((n) => n + 1);
    };
    // A hidden page gets no animation frames; it is brought up to date when it is seen again.
    const unsubscribe = store.subscribe(() => {
      if (isAtOnce || document.visibilityState === 'hidden') update();
      else frame ||= requestAnimationFrame(update);
    });
    update();
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [store]);
  return shown;
}
