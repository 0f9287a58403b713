import { useMemo, useState } from 'preact/hooks';
import { useParts, useStaff } from '../parts/context';
import type { MessageKind } from '../state/staffState';
import { fillVariables, matchAgents, matchCanned, mentionOf, triggerAt, type Trigger } from './canned';
import type { Completion } from './Completions';

/** The completions for what stands before the caret, and the keys that choose one. */
export function useCompletions(conversationId: string, kind: MessageKind, text: string, caret: number) {
  const { client } = useParts();
  const canned = useStaff((s) => s.canned);
  const agents = useStaff((s) => s.agents);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const trigger = triggerAt(text, caret);
  const items = useMemo(() => (trigger === null || trigger.from === dismissed ? [] : complete(trigger)), [trigger?.sign, trigger?.word, trigger?.from, dismissed, canned, agents, kind]);

  function complete({ sign, word }: Trigger): readonly Completion[] {
    if (sign === '@') return kind === 'note' ? matchAgents([...agents.values()], word).map((a) => ({ key: a.agentId, label: a.profile.name, hint: mentionOf(a), insert: `${mentionOf(a)} ` })) : [];
    if (kind !== 'reply') return [];
    const { lines, contexts, seat } = client.state;
    const contact = contexts.get(conversationId)?.contact;
    const values = {
      'contact.name': contact?.name ?? lines.get(conversationId)?.contactName ?? '',
      'contact.email': contact?.email ?? '',
      'agent.name': seat.agentName,
      'store.name': seat.name,
      'conversation.id': conversationId,
    };
    return matchCanned(canned, word).map((r) => ({ key: r.id, label: `/${r.shortcut}`, hint: r.title, insert: fillVariables(r.text, values) }));
  }

  const at = Math.min(chosen, items.length - 1);
  /** Whether the key was one of the list's. */
  const keyDown = (e: KeyboardEvent, insert: (item: Completion, from: number) => void): boolean => {
    if (items.length === 0 || trigger === null) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step !== undefined) setChosen((at + step + items.length) % items.length);
    else if (e.key === 'Enter' || e.key === 'Tab') {
      insert(items[at]!, trigger.from);
      setChosen(0);
    } else if (e.key === 'Escape') setDismissed(trigger.from);
    else return false;
    e.preventDefault();
    e.stopPropagation();
    return true;
  };
  return { items, at, trigger, keyDown };
}
