import { useState } from 'preact/hooks';

/** What is edited, and whether it says something else than what it was made of. */
export function useDraft<T>(kept: T): { readonly draft: T; readonly isDirty: boolean; readonly set: (draft: T) => void; readonly reset: (kept: T) => void } {
  const [begun, begin] = useState(kept);
  const [draft, set] = useState(kept);
  const reset = (next: T) => {
    begin(next);
    set(next);
  };
  return { draft, isDirty: JSON.stringify(draft) !== JSON.stringify(begun), set: (next) => set(next), reset };
}
