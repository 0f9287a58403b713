import { expect, test } from 'vitest';
import { emptyThread, followThread } from '../state/thread';
import { detailsOf } from './turnDetails';

const passage = { source: 'faq', score: 1.2, text: 'The K1 weighs 4 kg.' };

test('a running turn shows what it has found before it writes, and then what the log says', () => {
  const evidence = { turnId: 't1', decision: 'answer', passages: [passage] };
  const running = followThread(emptyThread('c1'), { kind: 'evidence', evidence });
  expect(detailsOf(running, 't1')).toMatchObject({ decision: 'answer', passages: [passage], outcome: null });
  expect(detailsOf(running, 't2')).toMatchObject({ decision: null, passages: [] });

  const data = { turnId: 't1', outcome: 'answered', confidence: 0.9, trace: { model: 'builtin', decision: 'answer', passages: [] } };
  const done = followThread(running, { kind: 'event', event: { seq: 1, type: 'turn-completed', at: '2026-11-21T10:00:00Z', data } });
  expect(detailsOf(done, 't1')).toMatchObject({ outcome: 'answered', confidence: 0.9, model: 'builtin', passages: [] });
});
