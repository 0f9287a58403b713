import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '../parts/refusal';
import { refusalText, say } from '../words';
import { useUnsaved } from './unsaved';

interface Props {
  /** Whether leaving would lose something. */
  readonly isDirty: boolean;
  /** A refusal is shown, and everything stays as it was entered. */
  readonly save: () => Promise<unknown>;
  /** Where the form stays open, what was changed is given up. */
  readonly cancel: () => void;
  readonly act?: string | undefined;
  /** It was opened just now, and the next key is its own. */
  readonly takesFocus?: boolean;
  readonly children: ComponentChildren;
}

/** Fields that are saved together. */
export function EditForm({ isDirty, save, cancel, act = say('save'), takesFocus = false, children }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const wasAt = useRef<Element | null>(null);
  useUnsaved(isDirty);
  useLayoutEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  // A field that is disabled loses the focus.
  useLayoutEffect(() => {
    if (!isBusy && document.activeElement === document.body && wasAt.current instanceof HTMLElement) wasAt.current.focus();
  }, [isBusy]);
  // The fields learn of a refusal after this form has.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [problem]);
  const submit = async (e: Event) => {
    e.preventDefault();
    if (isBusy) return;
    wasAt.current = document.activeElement;
    setProblem(null);
    setBusy(true);
    try {
      await save();
    } catch (refusal) {
      setProblem(refusalText(refusal));
    }
    setBusy(false);
  };
  return (
    <form ref={form} class="form" aria-busy={isBusy} onSubmit={(e) => void submit(e)}>
      <Refusal.Provider value={problem ?? ''}><fieldset class="form" disabled={isBusy}>{children}</fieldset></Refusal.Provider>
      {problem !== null && <p class="problem" role="alert" dir="auto">{problem}</p>}
      <div class="form-foot">
        <button type="submit" class="primary" disabled={isBusy}>{act}</button>
        <button type="button" class="secondary" onClick={() => { setProblem(null); cancel(); }}>{say('cancel')}</button>
      </div>
    </form>
  );
}
