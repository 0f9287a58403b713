import { expect, it } from 'vitest';
import { estimate, lineAt, movedBy, offsetsOf, windowOf } from './heights';

it('adds up what is known and what is thought', () => {
  expect([...offsetsOf(['a', 'b', 'c'], new Map([['b', 10]]))]).toEqual([0, estimate, estimate + 10, 2 * estimate + 10]);
  expect([...offsetsOf([], new Map())]).toEqual([0]);
});

it('finds the line at every height', () => {
  const offsets = offsetsOf(Array.from({ length: 50 }, (_, i) => `${i}`), new Map(Array.from({ length: 50 }, (_, i) => [`${i}`, 5 + i])));
  for (let y = -5; y < offsets[50]! + 5; y++) {
    const line = lineAt(offsets, y);
    if (y >= 0 && y < offsets[50]!) expect(offsets[line]! <= y && y < offsets[line + 1]!).toBe(true);
  }
});

it('draws a few lines of thousands', () => {
  const offsets = offsetsOf(Array.from({ length: 5000 }, (_, i) => `${i}`), new Map());
  const { from, to } = windowOf(offsets, 2500 * estimate, 600, 6);
  expect(from).toBe(2494);
  expect(to - from).toBeLessThan(25);
  expect(windowOf(offsets, 1e9, 600, 6).to).toBe(5000);
  expect(windowOf(offsetsOf([], new Map()), 0, 600, 6)).toEqual({ from: 0, to: 0 });
});

it('keeps what is looked at in its place when lines are added above it', () => {
  const lines = (...keys: string[]) => keys.map((key) => ({ key }));
  const before = lines('earlier', 'd5', 'm5', 'm6', 'm7');
  const after = lines('earlier', 'd3', 'm3', 'm4', 'm5', 'm6', 'm7');
  const heights = new Map([['earlier', 20], ['d5', 30], ['d3', 30], ['m3', 100]]);
  for (const top of [0, 25, 60, 200]) expect(movedBy(before, after, heights, top)).toBe(100 + estimate);
  expect(movedBy(before, lines('greeting', 'm1', 'm5', 'm6', 'm7'), new Map(), 500)).toBe(0);
  expect(movedBy(before, [...before, ...lines('m8')], heights, 0)).toBe(0);
});
