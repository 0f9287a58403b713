import { afterEach, expect, it } from 'vitest';
import { contrast, palette, parse } from './colors';
import { fromAttributes, merge, type WidgetOptions } from './options';

const element = (attributes: Record<string, string>) => ({ getAttribute: (name: string) => attributes[name.replace('data-', '')] ?? null }) as unknown as Element;

afterEach(() => {
  delete (Object.prototype as Record<string, unknown>)['color'];
});

it('counts attributes before init before the store', () => {
  expect(
    merge({ color: '#111111', launcher: { text: 'Hi' } }, { color: '#222222', theme: 'dark' }, { theme: 'light', launcher: { text: 'x', icon: 'wave' }, features: { faq: false } }),
  ).toEqual({ color: '#111111', theme: 'dark', launcher: { text: 'Hi', icon: 'wave' }, features: { faq: false } });
});

it('reads attributes', () => {
  expect(fromAttributes(element({ store: 'demo', 'launcher-text': 'Ask', 'z-index': '5', 'hidden-until': '3', 'allowed-pages': '/a* /b', features: 'sound -faq' }))).toEqual({
    store: 'demo', launcher: { text: 'Ask' }, zIndex: 5, hiddenUntil: 3, allowedPages: ['/a*', '/b'], features: { sound: true, faq: false },
  });
  expect(fromAttributes(element({}))).toEqual({});
});

it('does not take over what a page added to objects', () => {
  (Object.prototype as Record<string, unknown>)['color'] = '#ff0000';
  expect(Object.hasOwn(merge({}, { theme: 'dark' } as WidgetOptions), 'color')).toBe(false);
});

it('makes every colour readable', () => {
  const rgb = (css: string) => css.match(/\d+/g)!.map(Number) as unknown as [number, number, number];
  for (const color of ['#a8482a', '#fff', '#000', '#ffff00', '#00ff00', '#7f7f7f', '#0a84ff', '#ffc0cb', '#777', 'red; }', '']) {
    const p = palette(color);
    expect(contrast(rgb(p['--accent']!), rgb(p['--accent-ink']!)), color).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(p['--accent-light']!), [250, 246, 241]), color).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(p['--accent-dark']!), [42, 36, 32]), color).toBeGreaterThanOrEqual(4.5);
  }
  expect(parse('#abc')).toEqual([170, 187, 204]);
  expect(parse('url(x)')).toBeNull();
});
