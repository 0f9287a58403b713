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

it('makes an id of the mail address, in any script', () => {
  const ids = ['Zoë.Smith+x@shop.example', 'ada@shop.example', '李雷@shop.example', '李.wei@shop.example', `${'a'.repeat(39)}.b@shop.example`].map((email) => agentIdOf(email, () => false));
  expect(ids).toEqual(['zoe-smith-x', 'ada', 'agent', 'wei', 'a'.repeat(39)]);
});

it('makes another id where one is taken', () => {
  const taken = new Set(['ada', 'ada-2', 'agent']);
  expect(['ada@shop.example', 'ben@shop.example', '李雷@shop.example'].map((email) => agentIdOf(email, (id) => taken.has(id)))).toEqual(['ada-3', 'ben', 'agent-2']);
});

it('lets owners alone name and change administrators and owners', () => {
  expect([rolesFor('owner').length, rolesFor('administrator')]).toEqual([4, ['agent', 'supervisor']]);
  expect([rules('administrator', 'owner'), rules('administrator', 'administrator'), rules('administrator', 'supervisor'), rules('owner', 'owner')]).toEqual([false, false, true, true]);
});
