import { expect, it } from 'vitest';
import { attributesOf, html, react, tagManager } from './snippets';

const source = 'https://support.example/widget.js';
const hostile = '"><script>alert(1)</script>';

it('names what was chosen, and leaves the rest to the store', () => {
  expect(html(source, { store: 'demo' })).toBe(`<script async src="${source}" data-store="demo"></script>`);
  expect(attributesOf({ store: 'demo', launcher: { text: 'Ask' }, features: { sound: true, faq: false }, allowedPages: ['/a*', '/b'], hiddenUntil: 3 })).toEqual([
    ['data-store', 'demo'], ['data-launcher-text', 'Ask'], ['data-features', 'sound -faq'], ['data-hidden-until', '3'], ['data-allowed-pages', '/a* /b'],
  ]);
});

it('keeps what was chosen inside of its quotes', () => {
  expect(html(source, { store: 'demo', greeting: hostile })).toContain('data-greeting="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  for (const code of [react(source, { greeting: hostile }), tagManager(source, { greeting: hostile })]) expect(code.match(/<\/?script/g)?.length ?? 0).toBeLessThanOrEqual(2);
});
