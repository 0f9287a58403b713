import { useEffect } from 'preact/hooks';
import { Store } from '../../follow/store';
import { useParts } from '../parts/context';

interface State {
  readonly isDirty: boolean;
  /** What is to happen once what was changed may be given up. */
  readonly asked: (() => void) | null;
}

/** Whether something that is edited is not saved yet; whoever would lose it asks here first. */
export class Unsaved extends Store<State> {
  constructor() {
    super({ isDirty: false, asked: null });
  }

  mark(isDirty: boolean): void {
    if (isDirty !== this.state.isDirty) this.set({ isDirty });
  }

  /** Does it at once where nothing is lost by it, else when that is allowed. */
  leave(then: () => void): void {
    if (this.state.isDirty) this.set({ asked: then });
    else then();
  }

  discard(): void {
    const { asked } = this.state;
    this.set({ isDirty: false, asked: null });
    asked?.();
  }

  keep(): void {
    this.set({ asked: null });
  }
}

/** Has the console, and the browser, ask before what was changed is lost. */
export function useUnsaved(isDirty: boolean): void {
  const { unsaved } = useParts().client;
  useEffect(() => {
    unsaved.mark(isDirty);
    if (!isDirty) return;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
      unsaved.mark(false);
    };
  }, [isDirty, unsaved]);
}
