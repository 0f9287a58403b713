declare global {
  interface Window {
    /** The widget, or before it is there a list of what it shall do. */
    SupportWidget?: { push(command: readonly unknown[]): unknown };
  }
}

/** Asks the widget for something, now or as soon as it is there. */
export function ask(...command: readonly unknown[]): void {
  (window.SupportWidget ??= [] as unknown[][] as { push(command: readonly unknown[]): unknown }).push(command);
}
