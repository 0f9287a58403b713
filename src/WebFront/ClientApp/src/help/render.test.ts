import { describe, expect, it } from 'vitest';
import { answerHtml, hitsHtml } from './render';

describe('hitsHtml', () => {
  it('escapes what it shows', () => {
    const html = hitsHtml([{ id: 'a"b', title: '<img onerror=x>', excerpt: "it's & so" }], 'demo', '', 'none');
    expect(html).not.toContain('<img');
    expect(html).toContain('it&#39;s &amp; so');
    expect(html).toContain('/help/demo/articles/a%22b');
  });

  it('links a question to its place on the first page', () => {
    expect(hitsHtml([{ id: 'q1', isQuestion: true, title: 'T', excerpt: '' }], 'demo', 'de', '')).toContain('/help/demo?lang=de#faq-q1');
  });

  it('says that there is nothing', () => {
    expect(hitsHtml([], 'demo', '', 'Nothing <here>')).toBe('<p>Nothing &lt;here&gt;</p>');
  });
});

describe('answerHtml', () => {
  it('makes markers links to the sources', () => {
    const view = { answer: 'Three years [1].\n\n<b>x</b>', outcome: 'answered', citations: [{ n: 1, title: 'Warranty', page: 4, quote: '3 years' }] };
    const html = answerHtml(view, 'Answer');
    expect(html).toContain('<a class="chip" href="#source-1">1</a>');
    expect(html).toContain('Warranty · p. 4');
    expect(html).toContain('&lt;b&gt;');
  });
});
