import { expect, it } from 'vitest';
import { escalationDraftOf, escalationOf } from './escalation';
import { areWhole, newPolicy, policiesOf, policyOf } from './policy';

const store = { timeZone: 'Etc/UTC', hours: [], holidays: [], webhooks: [] };

it('keeps promises through the form, and empty minutes as no limit', () => {
  const policy = { name: 'Urgent', priority: 'urgent', desk: null, firstResponseMinutes: 15, nextResponseMinutes: null, resolutionMinutes: 480, businessHours: true } as const;
  expect(policiesOf({ ...store, sla: { policies: [policy] } }).map(policyOf)).toEqual([policy]);
  expect([areWhole([]), areWhole([newPolicy]), areWhole([{ ...newPolicy, name: 'All' }]), areWhole([{ ...newPolicy, name: 'All', first: '' }])]).toEqual([true, false, true, false]);
});

it('keeps rules through the form, a phrase a line', () => {
  const escalation = { desk: 'front', rules: [{ words: ['chargeback', 'small claims court'], topic: 'billing', valueAbove: 500, type: null, desk: 'legal' }], vipContacts: ['c-1', 'c-2'] } as const;
  expect(escalationOf(escalationDraftOf({ ...store, escalation }))).toEqual(escalation);
  expect(escalationOf({ ...escalationDraftOf(store), vipContacts: ' a \n\nb' })).toEqual({ desk: 'main', rules: [], vipContacts: ['a', 'b'] });
});
