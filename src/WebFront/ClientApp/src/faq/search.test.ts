import { expect, it } from 'vitest';
import { searchFaqs } from './search';

const all = [
  { name: 'Delivery', questions: [{ id: '1', question: 'How long to Málaga?', answer: 'Two **days**.' }, { id: '2', question: 'What does it cost?', answer: '€5' }] },
  { name: 'Care', questions: [{ id: '3', question: 'How do I descale?', answer: 'With a sachet, two days a year.' }] },
];
const ids = (query: string) => searchFaqs(all, query).flatMap((c) => c.questions.map((q) => q.id));

it('finds every word in question or answer, without accents and case', () => {
  expect(ids('')).toEqual(['1', '2', '3']);
  expect(ids('MALAGA')).toEqual(['1']);
  expect(ids('two days')).toEqual(['1', '3']);
  expect(ids('two malaga')).toEqual(['1']);
  expect(searchFaqs(all, 'nothing')).toEqual([]);
});
