import type { Line } from '../api/wire';
import { say } from '../words';

/** What a customer is called. */
export const nameOf = (line: Line | undefined): string => line?.contactName ?? say('visitor');

/** Who has a conversation, as a list says it. */
export function whoHas(line: Line, me: string): { readonly kind: 'assistant' | 'waiting' | 'mine' | 'other' | 'resolved'; readonly name: string } {
  switch (line.status) {
    case 'open':
      return { kind: 'assistant', name: say('withAssistant') };
    case 'waiting':
      return { kind: 'waiting', name: line.desk ?? say('waiting') };
    case 'resolved':
      return { kind: 'resolved', name: say('resolved') };
    default:
      return line.agentId === me ? { kind: 'mine', name: say('you') } : { kind: 'other', name: line.agentName ?? line.agentId ?? '' };
  }
}

/** Whether the customer has written something that was not read here. */
export const isUnread = (line: Line, readSeq: number): boolean => line.lastMessage?.role === 'customer' && line.lastSeq > readSeq;
