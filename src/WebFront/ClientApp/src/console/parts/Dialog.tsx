import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../words';
import { Glyph } from './Glyph';

interface Props {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly class?: string;
  /** The dialog shows its title and a button to close it. */
  readonly hasHead?: boolean;
}

/** Something that has to be done or closed first. */
export function Dialog({ label, onClose, children, class: look = '', hasHead = true }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // The next key is the dialog's.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={look} aria-label={label} onClose={onClose} onClick={(e) => e.target === dialog.current && dialog.current?.close()}>
      <div class="dialog-body">
        {hasHead && (
          <div class="dialog-head">
            <h2>{label}</h2>
            <button type="button" class="tool" aria-label={say('close')} onClick={() => dialog.current?.close()}><Glyph name="close" /></button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}
