import { useId } from 'preact/hooks';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  /** Each with what it says. */
  readonly options: readonly (readonly [T, string])[];
  readonly onValue: (value: T) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

/** A labelled choice of one. */
export function Select<T extends string>({ label, value, options, onValue, hint, isDisabled = false }: Props<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} disabled={isDisabled} value={value} {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })} onChange={(e) => onValue(e.currentTarget.value as T)}>
        {options.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
      </select>
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
