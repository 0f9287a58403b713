import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the server says is wrong with a form; empty for nothing. */
export const Refusal = createContext('');

/** Whether a refusal is about the field that the server calls so. */
export const names = (refusal: string, field: string): boolean => new RegExp(`(?<![\\w])${field}(?![\\w])`).test(refusal);

/** What a field has to say of the form's refusal. */
export function useRefusal(field: string | undefined): { readonly 'aria-invalid'?: 'true' } {
  const refusal = useContext(Refusal);
  return field !== undefined && names(refusal, field) ? { 'aria-invalid': 'true' } : {};
}
