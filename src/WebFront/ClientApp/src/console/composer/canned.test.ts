import { describe, expect, it } from 'vitest';
import { Memory, PageShelf } from '../../follow/memory';
import type { AgentView } from '../api/wire';
import { fillVariables, matchCanned, mentionOf, mentionsIn, triggerAt } from './canned';
import { isOvertaken, readDraft, renewDraft, writeDraft } from './drafts';
import { withoutMarkers } from './Suggestions';

const values = { 'contact.name': 'Maya', 'contact.email': '', 'agent.name': 'Ada $&', 'store.name': 'Kestrel', 'conversation.id': 'c1' };
const agent = (agentId: string, name: string): AgentView => ({ agentId, profile: { name, role: 'agent', slots: 4 }, presence: 'online', conversations: 0 });

describe('saved replies', () => {
  it('fill in what is known, and leave the rest to be seen', () => {
    expect(fillVariables('Hi {{contact.name}}, {{ agent.name }} ({{contact.email}}, {{unknown}}, {{toString}})', values)).toBe('Hi Maya, Ada $& ({{contact.email}}, {{unknown}}, {{toString}})');
  });

  it('are found by their shortcut before their title', () => {
    const all = [{ id: '1', shortcut: 'bye', title: 'Refund and goodbye', text: '' }, { id: '2', shortcut: 'refund', title: 'Money', text: '' }, { id: '3', shortcut: 'x', title: 'Y', text: '' }];
    expect(matchCanned(all, 'ref').map((r) => r.id)).toEqual(['2', '1']);
    expect(matchCanned(all, '')).toHaveLength(3);
  });
});

describe('what stands before the caret', () => {
  it.each([
    ['/', 1, { sign: '/', word: '', from: 0 }],
    ['Hello /ref', 10, { sign: '/', word: 'ref', from: 6 }],
    ['Hello @Zoë', 10, { sign: '@', word: 'Zoë', from: 6 }],
    ['a/b', 3, null],
    ['ada@example', 11, null],
    ['/ref und', 8, null],
    ['https://', 8, null],
  ] as const)('%j at %i is %j', (text, caret, wanted) => expect(triggerAt(text, caret)).toEqual(wanted));
});

describe('mentions', () => {
  const all = [agent('a', 'Ada'), agent('b', 'Ada Lovelace'), agent('c', 'Zoë (night)')];

  it('mean whom they name whole', () => {
    expect(mentionsIn('@Ada.Lovelace please', all)).toContain('b');
    expect(mentionsIn('@Adam please', all)).toEqual([]);
    expect(mentionsIn(`${mentionOf(all[2]!)} look`, all)).toEqual(['c']);
    expect(mentionsIn('ask @ada.', all)).toEqual(['a']);
  });
});

describe('drafts', () => {
  const memory = () => new Memory('test', new PageShelf());

  it('survive, one for each conversation and kind', () => {
    const m = memory();
    writeDraft(m, 'c1', 'reply', 'Hello', 4);
    writeDraft(m, 'c1', 'note', 'Look', 4);
    writeDraft(m, 'c2', 'reply', 'Bye', 9);
    expect([readDraft(m, 'c1', 'reply')?.text, readDraft(m, 'c1', 'note')?.text, readDraft(m, 'c2', 'reply')?.text]).toEqual(['Hello', 'Look', 'Bye']);
    writeDraft(m, 'c1', 'reply', '', 4);
    expect(readDraft(m, 'c1', 'reply')).toBeNull();
  });

  it('are overtaken by what the customer writes after they were begun, until that was seen', () => {
    const m = memory();
    writeDraft(m, 'c', 'reply', 'H', 4);
    expect(isOvertaken(readDraft(m, 'c', 'reply'), 4)).toBe(false);
    writeDraft(m, 'c', 'reply', 'Hello', 6);
    expect(isOvertaken(readDraft(m, 'c', 'reply'), 6)).toBe(true);
    renewDraft(m, 'c', 'reply', 6);
    expect(isOvertaken(readDraft(m, 'c', 'reply'), 6)).toBe(false);
    expect(isOvertaken(null, 6)).toBe(false);
  });
});

it('takes the markers out of a suggestion, and no links', () => {
  expect(withoutMarkers('It is **safe** [1]. See [2](https://x.test) [12].')).toBe('It is **safe**. See [2](https://x.test).');
});
