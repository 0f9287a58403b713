import { expect, it } from 'vitest';
import { bind, format, type Span } from './format';

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
