import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../follow/store';
import { host } from './host';

/** A store's state, rendered anew with each change (at most once a frame). */
export function useStore<S extends object>(store: Store<S>): S {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    let frame = 0;
    const update = () => {
      frame = 0;
      setState(store.state);
    };
    // A hidden page gets no animation frames; it is brought up to date when it is seen again.
    const unsubscribe = store.subscribe(() => {
      if (host.document.visibilityState === 'hidden') update();
      else frame ||= host.requestAnimationFrame(update);
    });
    setState(store.state);
    return () => {
      unsubscribe();
      host.cancelAnimationFrame(frame);
    };
  }, [store]);
  return state;
}
