/** A source of numbers from 0 to 1 that is the same in each run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807 + 11) % 2_147_483_647) / 2_147_483_647;
}

/** The things in another order, some of them twice. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const all = [...things, ...things.filter(() => random() < 0.3)];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
