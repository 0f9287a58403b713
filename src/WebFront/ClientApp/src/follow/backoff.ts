const first = 400;
const longest = 15_000;

/** How long to wait before the next try, in milliseconds: doubling, with jitter so that clients do not come all at once. */
export function backoff(failures: number, random: () => number = Math.random): number {
  return Math.min(first * 2 ** Math.min(failures, 10), longest) * (0.5 + random() / 2);
}
