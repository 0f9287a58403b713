import { expect, it } from 'vitest';
import { Memory, PageShelf } from '../follow/memory';
import { Panel } from './panel';

const open = () => new Panel(new Memory('demo', new PageShelf()), false);

it('puts a text after what the customer has written', () => {
  const panel = open();
  panel.written = 'Also,';
  panel.write('What about the pump?');
  expect(panel.written).toBe('Also,\nWhat about the pump?');
});

it('replaces a text of its own that was left as it was', () => {
  const panel = open();
  panel.write('About the K1');
  panel.write('About the P1');
  expect(panel.written).toBe('About the P1');
});

it('forgets what another customer wrote', () => {
  const panel = open();
  panel.written = 'My card number is';
  panel.wipe();
  expect(panel.written).toBe('');
  expect(panel.state.draft).toEqual({ text: '' });
});
