/** The longest that text which is here may wait for being shown, in milliseconds. */
export const longestLag = 300;

/** How much of a growing text is shown, and when its parts came. */
export interface Reveal {
  readonly shown: number;
  readonly at: number;
  /** What was there at which time, oldest first, as far as it is not shown yet. */
  readonly arrivals: readonly { readonly at: number; readonly length: number }[];
}

export const hidden: Reveal = { shown: 0, at: 0, arrivals: [] };

/**
 * Shows text that comes in bursts at an even pace: as fast as is needed for each part to be there in time, and never
 * later than `longestLag` after it came.
 */
export function reveal(now: Reveal, text: string, time: number): Reveal {
  const known = now.arrivals.at(-1)?.length ?? now.shown;
  // A snapshot may take text back.
  const before = text.length < now.shown ? { ...now, shown: text.length, arrivals: [] } : now;
  const arrivals = text.length === known && before === now ? now.arrivals : [...before.arrivals, { at: time, length: text.length }];
  const passed = Math.max(0, time - before.at);
  let pace = 0;
  let due = before.shown;
  for (const { at, length } of arrivals) {
    const left = at + longestLag - before.at;
    if (at + longestLag <= time) due = Math.max(due, length);
    else pace = Math.max(pace, (length - before.shown) / left);
  }
  const shown = whole(text, Math.min(text.length, Math.max(due, Math.ceil(before.shown + pace * passed))));
  return { shown, at: time, arrivals: arrivals.filter((a) => a.length > shown) };
}

/** A place in a text that does not cut a character in two. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff && at < text.length ? at + 1 : at;
}
