import { expect, it } from 'vitest';
import { Unsaved } from './unsaved';

it('goes at once where nothing is lost', () => {
  const went: string[] = [];
  const unsaved = new Unsaved();
  unsaved.leave(() => went.push('away'));
  expect([went, unsaved.state.asked]).toEqual([['away'], null]);
});

it('asks before what was changed is lost, and goes when that is allowed', () => {
  const went: string[] = [];
  const unsaved = new Unsaved();
  unsaved.mark(true);
  unsaved.leave(() => went.push('first'));
  unsaved.keep();
  expect([went, unsaved.state.isDirty]).toEqual([[], true]);
  unsaved.leave(() => went.push('second'));
  unsaved.discard();
  expect([went, unsaved.state]).toEqual([['second'], { isDirty: false, asked: null }]);
});
