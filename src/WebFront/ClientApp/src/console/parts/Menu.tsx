import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly hint?: string;
  readonly isChosen?: boolean;
}

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly up?: boolean;
  readonly isDisabled?: boolean;
  /** What stands on the button names it; the label is for the list. */
  readonly isNamed?: boolean;
}

/** A button with a list of things to do. */
export function Menu({ label, items, children, class: look = 'tool', up = false, isDisabled = false, isNamed = false }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const away = (e: Event) => root.current?.contains(e.target as Node) === true || setOpen(false);
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const keyDown = (e: KeyboardEvent) => {
    if (!isOpen) return;
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step !== undefined) all[(at + step + all.length) % all.length]?.focus();
    else if (e.key === 'Escape') close();
    else if (e.key === 'Tab') setOpen(false);
    else return;
    if (e.key !== 'Tab') e.preventDefault();
    e.stopPropagation();
  };
  return (
    <div class="menu" ref={root} onKeyDown={keyDown}>
      <button type="button" class={look} ref={button} aria-haspopup="menu" aria-expanded={isOpen} aria-label={isNamed ? undefined : label} title={label} disabled={isDisabled} onClick={() => setOpen(!isOpen)}>{children}</button>
      {isOpen && (
        <div class={`menu-list ${up ? 'up' : ''}`} role="menu" aria-label={label}>
          {items.map((item) => (
            <button key={item.label} type="button" role={item.isChosen === undefined ? 'menuitem' : 'menuitemradio'} aria-checked={item.isChosen} tabIndex={-1}
              onClick={() => { close(); item.run(); }}>
              <span dir="auto">{item.label}</span>{item.hint !== undefined && <small>{item.hint}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
