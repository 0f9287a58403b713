/** The height of a line that has not been seen yet, in pixels. */
export const estimate = 76;

interface Keyed {
  readonly key: string;
}

/** Where each of the lines begins, and at the end how high they are together. */
export function offsetsOf(keys: readonly string[], heights: ReadonlyMap<string, number>): Float64Array {
  const offsets = new Float64Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) offsets[i + 1] = offsets[i]! + (heights.get(keys[i]!) ?? estimate);
  return offsets;
}

/** The lines that are to be drawn for a part of the whole height: those in it and some on either side. */
export function windowOf(offsets: Float64Array, top: number, height: number, beside: number): { readonly from: number; readonly to: number } {
  const count = offsets.length - 1;
  const from = Math.max(0, lineAt(offsets, top) - beside);
  const to = Math.min(count, lineAt(offsets, top + height) + 1 + beside);
  return { from, to: Math.max(from, to) };
}

/** The line at a height; the first or the last for heights outside. */
export function lineAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far the line at a height has gone down by lines that were added above it, or up by those that went. */
export function movedBy(before: readonly Keyed[], after: readonly Keyed[], heights: ReadonlyMap<string, number>, top: number): number {
  if (before[0]?.key === after[0]?.key && before[1]?.key === after[1]?.key) return 0;
  const keys = after.map((i) => i.key);
  const places = new Map(keys.map((key, i) => [key, i]));
  const offsets = offsetsOf(before.map((i) => i.key), heights);
  // The first line stays the first, whatever is added below it.
  for (let i = Math.max(1, lineAt(offsets, top)); i < before.length; i++) {
    const place = places.get(before[i]!.key);
    if (place !== undefined) return offsetsOf(keys, heights)[place]! - offsets[i]!;
  }
  return 0;
}
