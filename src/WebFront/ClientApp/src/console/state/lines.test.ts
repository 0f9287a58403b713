import { describe, expect, it } from 'vitest';
import type { Line } from '../api/wire';
import { seeded, shuffled } from '../testing/shuffle';
import { filterOf, fits, listed, mergeLines, settle, withPending } from './lines';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute)).toISOString();
const now = Date.parse(at(30));
const reader = { agentId: 'ada', desks: ['main'] };
const line = (change: Partial<Line> = {}): Line => ({
  conversationId: 'c', status: 'open', contactId: 'k', channel: 'widget', priority: 'normal', tags: [], isSpam: false, lastSeq: 1, startedAt: at(0), updatedAt: at(0), ...change,
});

describe('merging', () => {
  const history = Array.from({ length: 40 }, (_, i) => line({ conversationId: `c${i % 4}`, lastSeq: 1 + Math.floor(i / 8), updatedAt: at(i), status: (['open', 'waiting', 'with-agent', 'resolved'] as const)[i % 3]! }));

  it('ends in the same state whatever the order, and whatever comes twice', () => {
    const wanted = mergeLines(new Map(), history);
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const all = shuffled(history, random);
      const half = Math.floor(random() * all.length);
      const found = mergeLines(mergeLines(new Map(), all.slice(0, half)), all.slice(half));
      expect(new Map([...found].sort())).toEqual(new Map([...wanted].sort()));
    }
  });

  it('gives the same object back when nothing is new', () => {
    const known = mergeLines(new Map(), history);
    expect(mergeLines(known, history)).toBe(known);
  });
});

describe('views', () => {
  it.each([
    [{ status: 'with-agent', agentId: 'ada' }, ['mine', 'all']],
    [{ status: 'with-agent', agentId: 'ben' }, ['others', 'all']],
    [{ status: 'waiting', desk: 'main' }, ['waiting', 'unassigned', 'all']],
    [{ status: 'waiting', desk: 'billing' }, ['waiting', 'all']],
    [{ status: 'open' }, ['assistant', 'all']],
    [{ status: 'open', snoozedUntil: at(40) }, ['snoozed']],
    [{ status: 'open', snoozedUntil: at(20) }, ['assistant', 'all']],
    [{ status: 'resolved' }, ['resolved']],
    [{ status: 'waiting', isSpam: true }, ['spam']],
  ] as const)('puts %j into %j', (change, views) => {
    const all = ['mine', 'waiting', 'unassigned', 'assistant', 'others', 'all', 'snoozed', 'resolved', 'spam'] as const;
    expect(all.filter((view) => fits(line(change as Partial<Line>), { view }, reader, now)).sort()).toEqual([...views].sort());
  });

  it('narrows by everything that a saved view names', () => {
    const saved = [{ id: '1', name: 'Machines', shared: false, filter: { tag: 'k1', priority: 'high' as const } }];
    expect(fits(line({ tags: ['k1'], priority: 'high' }), filterOf('saved:1', saved), reader, now)).toBe(true);
    expect(fits(line({ tags: ['k1'] }), filterOf('saved:1', saved), reader, now)).toBe(false);
    expect(filterOf('saved:gone', saved)).toEqual({ view: 'all' });
  });
});

describe('order', () => {
  const all = new Map([
    line({ conversationId: 'a', waitingSince: at(5), lastMessage: { role: 'customer', text: '', at: at(9) } }),
    line({ conversationId: 'b', waitingSince: at(2), sla: { clock: 'first-response', dueAt: at(50), breached: false } }),
    line({ conversationId: 'c', lastMessage: { role: 'customer', text: '', at: at(20) }, sla: { clock: 'first-response', dueAt: at(31), breached: false } }),
    line({ conversationId: 'd' }),
  ].map((l) => [l.conversationId, l]));
  const order = (sort: 'newest' | 'waiting' | 'due') => listed(all, [], {}, reader, sort, now, null).map((l) => l.conversationId).join('');

  it('is by what was said last, by who waits longest, or by what is due', () => {
    expect([order('newest'), order('waiting'), order('due')]).toEqual(['cabd', 'bacd', 'cbad']);
  });

  it('lists only what the server named where it alone knows', () => {
    expect(listed(all, [], { view: 'mentions' }, reader, 'newest', now, new Set(['b'])).map((l) => l.conversationId)).toEqual(['b']);
  });

  it('lists ten thousand lines within a frame or two', () => {
    const many = new Map(Array.from({ length: 10_000 }, (_, i) => [`c${i}`, line({ conversationId: `c${i}`, updatedAt: at(i % 30) })]));
    listed(many, [], { view: 'all' }, reader, 'newest', now, null);
    const begun = performance.now();
    expect(listed(many, [], { view: 'all' }, reader, 'newest', now, null)).toHaveLength(10_000);
    expect(performance.now() - begun).toBeLessThan(400);
  });
});

describe('changes that are asked for', () => {
  const change = { id: '1', conversationId: 'c', patch: { status: 'resolved' } as const, seq: 3 };
  const known = new Map([['c', line({ lastSeq: 3, status: 'waiting' })]]);

  it('are shown at once', () => {
    expect(withPending(known.get('c')!, [change]).status).toBe('resolved');
  });

  it('stay when they are done, and go when they are refused', () => {
    expect(settle(known, change, true).get('c')!.status).toBe('resolved');
    expect(settle(known, change, false).get('c')!.status).toBe('waiting');
  });

  it('do not overwrite what the server has said since', () => {
    const newer = mergeLines(known, [line({ lastSeq: 4, status: 'with-agent', agentId: 'ben' })]);
    expect(settle(newer, change, true).get('c')!.agentId).toBe('ben');
  });
});
