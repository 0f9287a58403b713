import { expect, it } from 'vitest';
import { finished, spoken } from './sentences';

it('finds the end of the last finished sentence', () => {
  const at = (text: string) => text.slice(0, finished(text));
  expect(at('It takes two days. And th')).toBe('It takes two days.');
  expect(at('It costs 3.')).toBe('');
  expect(at('It costs 3.50 euro')).toBe('');
  expect(at('他说好。然')).toBe('他说好。');
  expect(at('- one\n- tw')).toBe('- one\n');
  expect(at('')).toBe('');
});

it('says what is written, not how', () => {
  expect(spoken('**Two** days [1], see [the page](https://x.example).')).toBe('Two days, see the page.');
});
