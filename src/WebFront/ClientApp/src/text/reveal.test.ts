import { expect, it } from 'vitest';
import { hidden, longestLag, reveal } from './reveal';

/** Plays arrivals against a clock that ticks in frames of a given length. */
function play(arrivals: readonly { at: number; length: number }[], frame: number, until: number) {
  let state = { ...hidden };
  const seen: { time: number; shown: number; there: number }[] = [];
  const text = 'x'.repeat(5000);
  for (let time = 0; time <= until; time += frame) {
    const there = Math.max(0, ...arrivals.filter((a) => a.at <= time).map((a) => a.length));
    state = reveal(state, text.slice(0, there), time);
    seen.push({ time, shown: state.shown, there });
  }
  return seen;
}

it('shows every part in time, whatever the bursts and frames', () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round++) {
    let [at, length] = [0, 0];
    const arrivals = Array.from({ length: 30 }, () => ({ at: (at += Math.floor(random() * 200)), length: (length += Math.floor(random() * 120)) }));
    const frame = 5 + Math.floor(random() * 60);
    const seen = play(arrivals, frame, at + 1000);
    for (const s of seen) {
      // A part is known from the first frame after it came.
      const owed = seen.filter((e) => e.time <= s.time - longestLag).at(-1)?.there ?? 0;
      expect(s.shown).toBeGreaterThanOrEqual(owed);
      expect(s.shown).toBeLessThanOrEqual(s.there);
    }
    expect(seen.at(-1)!.shown).toBe(length);
  }
});

it('spreads a burst over time', () => {
  const shown = play([{ at: 0, length: 300 }], 16, 400).map((s) => s.shown);
  expect(shown[5]).toBeGreaterThan(50);
  expect(shown[5]).toBeLessThan(150);
});

it('follows text that was taken back, and never cuts a character', () => {
  expect(reveal({ shown: 10, at: 0, arrivals: [] }, 'abc', 16).shown).toBe(3);
  const emoji = '😀'.repeat(20);
  let state = hidden;
  for (let time = 0; time < 400; time += 7) {
    state = reveal(state, emoji, time);
    expect(state.shown % 2).toBe(0);
  }
  expect(state.shown).toBe(40);
});
