import { useEffect, useState } from 'preact/hooks';
import { refusalText } from '../words';

export interface Loaded<T> {
  /** Null until it is here. */
  readonly value: T | null;
  /** Why it is not here. */
  readonly problem: string | null;
  /** Asks again. */
  readonly reload: () => Promise<void>;
  readonly set: (value: T) => void;
}

/** Something of the server's that is fetched once when it is shown, and again when it may have changed. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, set] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reload = async () => {
    try {
      set(await load());
      setProblem(null);
    } catch (e) {
      setProblem(refusalText(e));
    }
  };
  useEffect(() => void reload(), []);
  return { value, problem, reload, set: (next) => set(next) };
}
