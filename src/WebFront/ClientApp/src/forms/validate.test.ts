import { expect, it } from 'vitest';
import type { Form } from '../follow/protocol';
import { consentName, refused, validate } from './validate';

const form: Form = {
  formId: 'f',
  skippable: false,
  consent: { text: 'I agree', required: true },
  fields: [
    { name: 'name', label: 'Name', type: 'text', required: true, maxLength: 5 },
    { name: 'mail', label: 'Mail', type: 'email' },
    { name: 'tel', label: 'Phone', type: 'tel' },
    { name: 'topic', label: 'Topic', type: 'select', options: ['a', 'b'] },
  ],
};
const keys = (values: Record<string, string>, consent = true) =>
  Object.fromEntries(Object.entries(validate(form, values, consent)).map(([name, e]) => [name, e.key]));

it('takes what is right and what may be left out', () => {
  expect(keys({ name: 'Ada' })).toEqual({});
  expect(keys({ name: 'Ada', mail: ' a.b+c@example.co.uk ', tel: '+32 (0)9 123 45 67', topic: 'b' })).toEqual({});
});

it('says what is wrong', () => {
  expect(keys({ name: '  ' }, false)).toEqual({ name: 'fieldRequired', [consentName]: 'fieldConsent' });
  expect(keys({ name: 'Adaline', mail: 'a@b', tel: '()()()()', topic: 'c' })).toEqual({
    name: 'fieldTooLong', mail: 'fieldEmail', tel: 'fieldPhone', topic: 'fieldRequired',
  });
});

it('says what the server found in the same words', () => {
  expect(refused(form, { name: 'too_long', mail: 'not_an_email', consent: 'required', gone: 'required' })).toEqual({
    [consentName]: { key: 'fieldConsent' }, name: { key: 'fieldTooLong', n: 5 }, mail: { key: 'fieldEmail' },
  });
});
