import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { useRefusal } from '../parts/refusal';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'url';
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly hint?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly minLength?: number;
  /** What is suggested, where something else may be written too. */
  readonly suggestions?: readonly string[];
  /** What the server calls it when it refuses a form. */
  readonly named?: string;
  readonly field?: Ref<HTMLInputElement>;
}

const longest = { url: 2048 } as Readonly<Record<string, number>>;

/** A labelled line to write in. */
export function Field({ label, value, onValue, type = 'text', autocomplete = 'off', inputMode, hint, isRequired = true, isDisabled = false, minLength, suggestions, named, field }: Props) {
  const id = useId();
  const refused = useRefusal(named);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} ref={field ?? null} type={type} value={value} required={isRequired} disabled={isDisabled} autocomplete={autocomplete} maxLength={longest[type] ?? 200}
        {...refused} {...(type === 'text' ? { dir: 'auto' } : {})} {...(suggestions === undefined ? {} : { list: `${id}-list` })}
        {...(minLength === undefined ? {} : { minLength })} {...(inputMode === undefined ? {} : { inputMode })} {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onInput={(e) => onValue(e.currentTarget.value)} />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      {suggestions !== undefined && <datalist id={`${id}-list`}>{suggestions.map((s) => <option key={s} value={s} />)}</datalist>}
    </div>
  );
}
