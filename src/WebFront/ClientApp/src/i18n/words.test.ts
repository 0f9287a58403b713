import { describe, expect, it } from 'vitest';
import { en, type WordKey } from './en';
import { choose, english, fill, languages, loadLocale } from './words';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(Object.keys(languages))('%s', (language) => {
  it('has every text, with the same placeholders, in its own words', async () => {
    const { words } = await languages[language]!();
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
    const keys = Object.keys(en) as WordKey[];
    for (const key of keys) {
      expect(words[key].trim(), key).not.toBe('');
      expect(placeholders(words[key]), key).toEqual(placeholders(en[key]));
    }
    expect(keys.filter((key) => (words[key] as string) === en[key]).length).toBeLessThan(12);
  });
});

it('is there for fourteen languages', () => {
  expect(Object.keys(languages)).toHaveLength(13);
});

it('chooses the first language that it has', () => {
  expect(choose([undefined, 'xx-YY', 'pt-BR', 'de'])).toEqual({ tag: 'pt-BR', language: 'pt' });
  expect(choose(['zh_Hant_TW'])).toEqual({ tag: 'zh-Hant-TW', language: 'zh' });
  expect(choose(['constructor', 'toString'])).toEqual({ tag: 'en', language: 'en' });
});

it('knows what is written from right to left', async () => {
  expect((await loadLocale(['ar-EG'])).dir).toBe('rtl');
  expect((await loadLocale(['he'])).dir).toBe('rtl');
  expect(await loadLocale(['xx'])).toEqual(english);
});

it('fills placeholders once, and leaves unknown ones', () => {
  expect(fill('{a} {b}', { a: '{b}' })).toBe('{b} {b}');
  expect(fill('{n} of 5', { n: 3 })).toBe('3 of 5');
});
