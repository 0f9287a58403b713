import type { ComponentChildren } from 'preact';

interface Props {
  readonly label: string;
  readonly choices: readonly string[];
  readonly onChoose: (choice: string) => void;
  readonly children?: ComponentChildren;
}

/** Things to say at a click. */
export function Choices({ label, choices, onChoose, children }: Props) {
  if (choices.length === 0 && !children) return null;
  return (
    <div class="choices" role="group" aria-label={label}>
      {choices.map((c) => <button key={c} type="button" class="choice" dir="auto" onClick={() => onChoose(c)}>{c}</button>)}
      {children}
    </div>
  );
}
