import type { Form, FormField } from '../follow/protocol';
import type { WordKey } from '../i18n/en';

/** What is wrong with a field: a text and the number in it. */
export interface FieldError {
  readonly key: WordKey;
  readonly n?: number;
}

const longest = 2000;
const longestLine = 200;
const mail = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const phone = /^\+?[\d\s()./-]{6,25}$/;

/** The name under which the consent's error stands; no field can have it. */
export const consentName = '';

/** What is wrong with a form as it is filled in, by field; empty when nothing is. */
export function validate(form: Form, values: Readonly<Record<string, string>>, consent: boolean): Readonly<Record<string, FieldError>> {
  const errors: Record<string, FieldError> = {};
  for (const field of form.fields) {
    const error = validateField(field, values[field.name]?.trim() ?? '');
    if (error !== null) errors[field.name] = error;
  }
  if (form.consent?.required === true && !consent) errors[consentName] = { key: 'fieldConsent' };
  return errors;
}

const codes: Readonly<Record<string, WordKey>> = {
  required: 'fieldRequired', not_an_option: 'fieldRequired', too_long: 'fieldTooLong', not_an_email: 'fieldEmail', not_a_phone_number: 'fieldPhone',
};

/** What the server found to be wrong, by field. */
export function refused(form: Form, errors: Readonly<Record<string, string>>): Readonly<Record<string, FieldError>> {
  const found: Record<string, FieldError> = {};
  if (Object.hasOwn(errors, 'consent')) found[consentName] = { key: 'fieldConsent' };
  for (const field of form.fields) {
    const key = Object.hasOwn(errors, field.name) ? (codes[errors[field.name]!] ?? 'fieldRequired') : undefined;
    if (key !== undefined) found[field.name] = key === 'fieldTooLong' ? { key, n: mostOf(field) } : { key };
  }
  return found;
}

const mostOf = (field: FormField) => field.maxLength ?? (field.type === 'textarea' ? longest : longestLine);

function validateField(field: FormField, value: string): FieldError | null {
  if (value === '') return field.required === true ? { key: 'fieldRequired' } : null;
  const most = mostOf(field);
  if (value.length > most) return { key: 'fieldTooLong', n: most };
  if (field.type === 'email' && !mail.test(value)) return { key: 'fieldEmail' };
  if (field.type === 'tel' && !(phone.test(value) && value.replace(/\D/g, '').length >= 5)) return { key: 'fieldPhone' };
  if (field.type === 'select' && !(field.options ?? []).includes(value)) return { key: 'fieldRequired' };
  return null;
}
