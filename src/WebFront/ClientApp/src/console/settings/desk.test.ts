import { expect, it } from 'vitest';
import type { AgentView } from '../api/wire';
import { deskDraftOf, deskIdOf, membersAfter, serving } from './desk';

const agent = (agentId: string, desks: string[]): AgentView => ({ agentId, profile: { name: agentId, role: 'agent', slots: 4, desks }, presence: 'online', conversations: 0 });

it('makes a name that the server takes of what is written', () => {
  expect(['Returns & Refunds', 'VIP_1', 'ä'].map(deskIdOf)).toEqual(['returns--refunds', 'vip-1', '']);
});

it('counts whoever names no desk as serving it', () => {
  const agents = [agent('ada', ['main']), agent('ben', []), agent('cem', ['returns'])];
  expect(serving(['ada'], agents).map((a) => a.agentId)).toEqual(['ada', 'ben']);
});

it('keeps a desk through the form', () => {
  const draft = deskDraftOf({ desk: 'main', settings: { assignment: 'least-busy', offerSeconds: 45 }, members: ['ada'], waiting: 2, isNamed: true });
  expect(draft).toEqual({ id: 'main', assignment: 'least-busy', offerSeconds: '45', members: ['ada'] });
});

it('changes only whom was chosen among those who serve it now', () => {
  expect(membersAfter(['ada', 'dan', 'eve'], ['ada', 'ben', 'cem'], ['ben', 'cem', 'eve', 'fay'])).toEqual(['dan', 'eve', 'fay']);
});
