import { expect, test } from 'vitest';
import { itemsOf } from './items';

const at = '2026-11-21T10:00:00Z';

test('a decided draft names who decided, as the event does', () => {
  const [, marker] = itemsOf([{ seq: 1, type: 'draft-approved', at, data: { draftId: 'd1', agentId: 'ada', author: 'Ada', edited: true } }], [], false, false);
  expect(marker).toMatchObject({ kind: 'marker', text: 'Ada approved the answer' });
});
