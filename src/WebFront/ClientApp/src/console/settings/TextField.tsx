import { useId } from 'preact/hooks';

/** A labelled text of several lines, which may be empty. */
export function TextField({ label, hint, value, onValue }: { label: string; hint: string; value: string; onValue: (value: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} rows={3} dir="auto" maxLength={100_000} aria-describedby={`${id}-hint`} value={value} onInput={(e) => onValue(e.currentTarget.value)} />
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  );
}
