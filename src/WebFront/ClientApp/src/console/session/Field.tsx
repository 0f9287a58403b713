import type { Ref } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly minLength?: number;
  readonly field?: Ref<HTMLInputElement>;
}

/** A labelled line to write in. */
export function Field({ label, value, onValue, type = 'text', autocomplete = 'off', inputMode, hint, isRequired = true, minLength, field }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} ref={field ?? null} type={type} value={value} required={isRequired} autocomplete={autocomplete} maxLength={200}
        {...(minLength === undefined ? {} : { minLength })} {...(inputMode === undefined ? {} : { inputMode })} {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onInput={(e) => onValue(e.currentTarget.value)} />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
