import type { EscalationRule, EscalationSettings, EscalationType, StoreSettings } from '../api/administration';

export const escalationTypes: readonly EscalationType[] = ['technical', 'billing', 'complaint', 'sales', 'urgent', 'other'];

/** A rule as it is edited; words one a line, empty for any. */
export interface RuleDraft {
  readonly words: string;
  readonly topic: EscalationType | '';
  readonly valueAbove: string;
  readonly type: EscalationType | '';
  readonly desk: string;
}

export interface EscalationDraft {
  readonly desk: string;
  readonly rules: readonly RuleDraft[];
  readonly vipContacts: string;
}

export const newRule: RuleDraft = { words: '', topic: '', valueAbove: '', type: '', desk: '' };

/** What is written, one a line. */
export const linesOf = (text: string): string[] => text.split('\n').map((l) => l.trim()).filter((l) => l !== '');

export const escalationDraftOf = ({ escalation }: StoreSettings): EscalationDraft => ({
  desk: escalation?.desk ?? 'main',
  rules: (escalation?.rules ?? []).map((r) => ({ words: r.words.join('\n'), topic: r.topic ?? '', valueAbove: r.valueAbove == null ? '' : String(r.valueAbove), type: r.type ?? '', desk: r.desk ?? '' })),
  vipContacts: (escalation?.vipContacts ?? []).join('\n'),
});

const ruleOf = ({ words, topic, valueAbove, type, desk }: RuleDraft): EscalationRule => ({
  words: linesOf(words), topic: topic === '' ? null : topic, valueAbove: valueAbove === '' ? null : Number(valueAbove), type: type === '' ? null : type, desk: desk === '' ? null : desk,
});

export const escalationOf = ({ desk, rules, vipContacts }: EscalationDraft): EscalationSettings => ({ desk, rules: rules.map(ruleOf), vipContacts: linesOf(vipContacts) });
