import { expect, it } from 'vitest';
import { hoursDraftOf, hoursOf, isOvernight, isWhole, nextPeriod } from './hours';

const settings = {
  timeZone: 'Europe/Berlin',
  hours: [{ day: 'Monday', from: '14:00:00', to: '18:00:00' }, { day: 'Monday', from: '09:00:00', to: '12:30:00' }, { day: 'Friday', from: '20:00:00', to: '02:00:00' }],
  holidays: ['2026-12-26', '2026-12-25'], webhooks: [],
} as const;

it('keeps several periods a day through the form, earliest first', () => {
  const draft = hoursDraftOf(settings);
  expect(draft.week.Monday).toEqual([{ from: '09:00', to: '12:30' }, { from: '14:00', to: '18:00' }]);
  expect(hoursOf(draft)).toEqual({ timeZone: 'Europe/Berlin', hours: [settings.hours[1], settings.hours[0], settings.hours[2]], holidays: ['2026-12-25', '2026-12-26'] });
});

it('knows what goes on after midnight and what is not written yet', () => {
  expect([isOvernight({ from: '20:00', to: '02:00' }), isOvernight({ from: '09:00', to: '17:00' }), isOvernight({ from: '', to: '02:00' })]).toEqual([true, false, false]);
  const draft = hoursDraftOf(settings);
  expect([isWhole(draft), isWhole({ ...draft, week: { ...draft.week, Sunday: [{ from: '', to: '10:00' }] } })]).toEqual([true, false]);
});

it('offers a period behind the last one', () => {
  expect([nextPeriod([]), nextPeriod([{ from: '09:00', to: '12:00' }]), nextPeriod([{ from: '20:00', to: '23:30' }])]).toEqual([
    { from: '09:00', to: '17:00' }, { from: '13:00', to: '17:00' }, { from: '22:00', to: '23:00' },
  ]);
});
