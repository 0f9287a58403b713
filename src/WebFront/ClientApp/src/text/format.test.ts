import { expect, it } from 'vitest';
import { bind } from './bind';
import { format } from './format';
import type { Span } from './inline';

it('reads paragraphs and their lines', () => {
  expect(format('One\nTwo\n\nThree')).toEqual([
    { kind: 'paragraph', lines: [[{ kind: 'text', text: 'One' }], [{ kind: 'text', text: 'Two' }]] },
    { kind: 'paragraph', lines: [[{ kind: 'text', text: 'Three' }]] },
  ]);
});

it('reads lists that follow text, and keeps their numbers', () => {
  expect(format('Do:\n3. this\n4. that\n- and this').map((b) => b.kind)).toEqual(['paragraph', 'list', 'list']);
  expect(format('3. this')[0]).toMatchObject({ ordered: true, start: 3 });
});

it('reads bold, code and markers', () => {
  expect(format('Press **Start** for `5 s` [1][12].')).toEqual([
    {
      kind: 'paragraph',
      lines: [
        [
          { kind: 'text', text: 'Press ' },
          { kind: 'strong', text: 'Start' },
          { kind: 'text', text: ' for ' },
          { kind: 'code', text: '5 s' },
          { kind: 'text', text: ' ' },
          { kind: 'cite', n: 1 },
          { kind: 'cite', n: 12 },
          { kind: 'text', text: '.' },
        ],
      ],
    },
  ]);
});

it('leaves markup, links and unfinished formatting as text', () => {
  const hostile = '<img src=x onerror=alert(1)> [click](javascript:alert(1)) **open';
  expect(format(hostile)).toEqual([{ kind: 'paragraph', lines: [[{ kind: 'text', text: hostile }]] }]);
});

it('loses no character of plain text', () => {
  const text = 'Ünïcode 😀 * alone ` tick [x] [1234] \u202e';
  expect(format(text)).toEqual([{ kind: 'paragraph', lines: [[{ kind: 'text', text }]] }]);
});

it('keeps a marker with its word and its full stop', () => {
  const text = (t: string): Span => ({ kind: 'text', text: t });
  const cite = (n: number): Span => ({ kind: 'cite', n });
  expect(bind([text('A long pause '), cite(1), cite(2), text('. Then more')])).toEqual([
    [text('A long ')],
    [text('pause '), cite(1), cite(2), text('.')],
    [text(' Then more')],
  ]);
  expect(bind([text('x'.repeat(60)), cite(1)]).flat()).toEqual([text('x'.repeat(36)), text('x'.repeat(24)), cite(1)]);
  expect(bind([cite(1)])).toEqual([[cite(1)]]);
});

it('reads code, quotes and tables', () => {
  expect(format('```js\n<b>x</b> | **y**\n```')).toEqual([{ kind: 'code', text: '<b>x</b> | **y**' }]);
  expect(format('> one\n> two').map((b) => b.kind)).toEqual(['quote']);
  const table = format('| A | B |\n|---|:-:|\n| 1 | **2** |\n| 3 |\n\nEnd');
  expect(table[0]).toMatchObject({ kind: 'table', rows: [[[{ text: '1' }], [{ kind: 'strong', text: '2' }]], [[{ text: '3' }], []]] });
  expect(table[1]?.kind).toBe('paragraph');
  expect(format('a | b\nc').map((b) => b.kind)).toEqual(['paragraph']);
});

it('links pages and mail alone', () => {
  const links = (text: string) => (format(text)[0] as unknown as { lines: Span[][] }).lines[0]!.filter((s) => s.kind === 'link');
  expect(links('See [the page](https://example.com/a?b=1) or https://example.com/x.')).toEqual([
    { kind: 'link', text: 'the page', href: 'https://example.com/a?b=1' },
    { kind: 'link', text: 'https://example.com/x', href: 'https://example.com/x' },
  ]);
  for (const href of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https://user@evil.example', 'vbscript:x', 'JaVaScRiPt:x'])
    expect(links(`[x](${href})`)).toEqual([]);
});

it('reads emphasis, not a lone star', () => {
  expect(format('an *important* word')[0]).toMatchObject({ lines: [[{}, { kind: 'emphasis', text: 'important' }, {}]] });
  expect(format('2 * 3 * 4')[0]).toEqual({ kind: 'paragraph', lines: [[{ kind: 'text', text: '2 * 3 * 4' }]] });
});
