import { expect, it } from 'vitest';
import { fits } from '../loader/paths';
import { dueRule } from './proactive';

const visit = { isOn: (pattern: string) => fits('/shop/k1', pattern), seconds: 10, isReturning: false, shown: [] };

it('takes the first rule whose time and place it is, once', () => {
  const rules = [
    { id: 'later', text: '', afterSeconds: 11 },
    { id: 'elsewhere', text: '', page: '/help*' },
    { id: 'old', text: '', returning: true },
    { id: 'now', text: '', afterSeconds: 10, page: '/shop/*', returning: false },
    { id: 'any', text: '' },
  ];
  expect(dueRule(rules, visit)?.id).toBe('now');
  expect(dueRule(rules, { ...visit, shown: ['now'] })?.id).toBe('any');
  expect(dueRule(rules, { ...visit, shown: ['now', 'any'] })).toBeNull();
  expect(dueRule(rules, { ...visit, seconds: 60 })?.id).toBe('later');
});

it('reads patterns of paths literally but for the star', () => {
  expect(fits('/a.b/c', '/a.b/*')).toBe(true);
  expect(fits('/axb/c', '/a.b/*')).toBe(false);
  expect(fits('/shop', '/shop')).toBe(true);
  expect(fits('/shop/x', '/shop')).toBe(false);
  expect(fits('/de/help/x', '*/help/*')).toBe(true);
});
