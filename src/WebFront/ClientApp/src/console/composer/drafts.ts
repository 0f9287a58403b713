import type { Memory } from '../../follow/memory';
import type { MessageKind } from '../state/staffState';

/** A text that was begun and not sent. */
export interface Draft {
  readonly text: string;
  /** The number of the customer's last message when it was begun. */
  readonly begunAt: number;
}

const name = (conversationId: string, kind: MessageKind) => `draft.${conversationId}.${kind}`;

export const readDraft = (memory: Memory, conversationId: string, kind: MessageKind): Draft | null => memory.read<Draft>(name(conversationId, kind));

/** Keeps a text, or forgets it when it is empty. The first words fix when it was begun. */
export function writeDraft(memory: Memory, conversationId: string, kind: MessageKind, text: string, customerSeq: number): void {
  const before = readDraft(memory, conversationId, kind);
  memory.write(name(conversationId, kind), text === '' ? null : { text, begunAt: before?.begunAt ?? customerSeq });
}

/** The agent has seen what came meanwhile, and goes on. */
export function renewDraft(memory: Memory, conversationId: string, kind: MessageKind, customerSeq: number): void {
  const before = readDraft(memory, conversationId, kind);
  if (before !== null) memory.write(name(conversationId, kind), { ...before, begunAt: customerSeq });
}

/** Whether the customer wrote again since the text was begun. */
export const isOvertaken = (draft: Draft | null, customerSeq: number): boolean => draft !== null && customerSeq > draft.begunAt;
