import { expect, it } from 'vitest';
import { markedParts } from '../search/marked';
import { initials } from './Avatar';
import { names } from './refusal';
import { nextMorning, short, slaState } from './times';
import { readRoute, writeRoute } from './useRoute';

it('writes lengths of time short', () => {
  expect([0, 59_000, 60_000, 3_600_000, 90_000_000, -120_000].map(short)).toEqual(['0 s', '59 s', '1 min', '1 h', '1 d', '2 min']);
});

it('finds the next Monday, also from a Monday and a Sunday', () => {
  for (const day of [20, 21, 22, 23]) {
    const from = new Date(2026, 10, day, 15).getTime();
    const monday = new Date(nextMorning(from, 'monday'));
    expect([monday.getDay(), monday.getHours(), monday.getTime() > from, monday.getTime() - from < 7 * 86_400_000]).toEqual([1, 9, true, true]);
  }
});

it('says how close a promise is to being broken', () => {
  const due = '2026-11-21T12:00:00Z';
  const before = (minutes: number) => slaState(due, false, Date.parse(due) - minutes * 60_000);
  expect([before(6), before(4), before(-1), slaState(due, true, 0)]).toEqual(['fine', 'soon', 'late', 'late']);
});

it('makes letters of names in any script', () => {
  expect(['Ada Lovelace', 'عمر حداد', 'Zoë', '  ', '👩‍🚀 Sam'].map(initials)).toEqual(['AL', 'عح', 'Z', '?', '👩S']);
});

it('cuts a text at its marks, whatever they are', () => {
  expect(markedParts('abcdef', [[1, 3], [2, 4], [9, 12], [5, 5]]).map((p) => (p.isMarked ? `[${p.text}]` : p.text)).join('')).toBe('a[bc][d]ef');
});

it('finds the field that a refusal is about', () => {
  const refusal = 'The agent is not valid: pictureUrl is an https address.';
  expect(['pictureUrl', 'picture', 'Url', 'name'].map((field) => names(refusal, field))).toEqual([true, false, false, false]);
});

it('reads the address that it writes', () => {
  const inbox = { page: 'inbox', view: 'saved:ü/1', part: 'personal', conversationId: 'c 1' } as const;
  const people = { page: 'settings', view: 'unassigned', part: 'people', conversationId: null } as const;
  for (const route of [inbox, people]) expect(readRoute(writeRoute(route))).toEqual(route);
  expect(readRoute('#/nowhere')).toEqual({ ...inbox, view: 'unassigned', conversationId: null });
  expect(readRoute('#/settings/nowhere').part).toBe('personal');
});
