/** The height of a line that has not been seen yet, in pixels. */
export const estimate = 76;

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
