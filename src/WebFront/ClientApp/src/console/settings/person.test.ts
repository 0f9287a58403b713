import { expect, it } from 'vitest';
import { agentIdOf, draftOf, newPerson, profileOf, rolesFor, rules } from './person';

it('keeps a profile through the form', () => {
  const profile = { name: 'Zoë', email: 'zoe@shop.example', pictureUrl: 'https://shop.example/zoe.png', role: 'supervisor', skills: ['billing'], languages: ['de', 'en'], desks: ['main', 'returns'], slots: 3 } as const;
  expect(profileOf(draftOf(profile))).toEqual(profile);
});

it('sends nothing for what was left empty, and lists without doubles', () => {
  const profile = profileOf({ ...newPerson, name: ' Ben ', email: ' Ben@Shop.example', desks: 'Main, returns main ، vip', skills: ' ' });
  expect(profile).toEqual({ name: 'Ben', email: 'ben@shop.example', role: 'agent', skills: [], languages: [], desks: ['main', 'returns', 'vip'], slots: 4 });
});

it('makes an id of the mail address', () => {
  expect(['Zoë.Smith+x@shop.example', 'ada@shop.example'].map(agentIdOf)).toEqual(['zo-smith-x', 'ada']);
});

it('lets owners alone name and change administrators and owners', () => {
  expect([rolesFor('owner').length, rolesFor('administrator')]).toEqual([4, ['agent', 'supervisor']]);
  expect([rules('administrator', 'owner'), rules('administrator', 'administrator'), rules('administrator', 'supervisor'), rules('owner', 'owner')]).toEqual([false, false, true, true]);
});
