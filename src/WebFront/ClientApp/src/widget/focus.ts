const focusable = 'a[href], button:not([disabled]), input:not([disabled]):not([tabindex="-1"]), textarea, select, summary, [tabindex="0"]';

/** Keeps Tab within an element, for a panel that covers the whole screen. */
export function keepTab(e: KeyboardEvent, within: HTMLElement): void {
  if (e.key !== 'Tab') return;
  const all = [...within.querySelectorAll<HTMLElement>(focusable)].filter((f) => f.getClientRects().length > 0);
  const active = (within.getRootNode() as ShadowRoot).activeElement;
  const next = e.shiftKey ? (active === all[0] ? all.at(-1) : undefined) : active === all.at(-1) ? all[0] : undefined;
  if (next === undefined) return;
  e.preventDefault();
  next.focus();
}
