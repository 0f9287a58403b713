import type { FaqCategory } from '../follow/api';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The questions that have every word of a query somewhere in them or their answers; categories without any are left out. */
export function searchFaqs(categories: readonly FaqCategory[], query: string): readonly FaqCategory[] {
  const words = plain(query).split(/\s+/).filter((w) => w !== '');
  if (words.length === 0) return categories;
  return categories
    .map((c) => ({ ...c, questions: c.questions.filter((q) => words.every((w) => plain(`${q.question} ${q.answer}`).includes(w))) }))
    .filter((c) => c.questions.length > 0);
}
