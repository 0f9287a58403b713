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

it('replaces only what it has put in when it is asked again', () => {
  const panel = open();
  panel.written = 'Also,';
  panel.write('About the K1');
  panel.write('About the P1');
  expect(panel.written).toBe('Also,\nAbout the P1');
  panel.written += ' in red';
  panel.write('About the K1');
  panel.write('About the K1');
  expect(panel.written).toBe('Also,\nAbout the P1 in red\nAbout the K1');
});

it('keeps words of the customer that were said or come back', () => {
  const panel = open();
  panel.write('About the K1');
  panel.add('Is it loud?');
  expect(panel.state.draft).toEqual({ text: 'About the K1\nIs it loud?' });
  panel.write('About the P1');
  expect(panel.written).toBe('About the K1\nIs it loud?\nAbout the P1');
});

it('forgets what another customer wrote', () => {
  const panel = open();
  panel.written = 'My card number is';
  panel.wipe();
  expect(panel.written).toBe('');
  expect(panel.state.draft).toEqual({ text: '' });
  panel.write('About the K1');
  expect(panel.written).toBe('About the K1');
});
