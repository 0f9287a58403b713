import type { Citation, WireEvent } from '../../follow/protocol';

/** An answer that waits for a person's word. */
export interface ProposedDraft {
  readonly draftId: string;
  readonly turnId: string;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly confidence?: number;
  readonly expiresAt: string;
}

/** What the log says of a conversation as a whole. */
export interface Facts {
  /** Answers wait for a person. */
  readonly approval: boolean;
  readonly draft: ProposedDraft | null;
  /** The number of the customer's last message. */
  readonly customerSeq: number;
  readonly floor: { readonly agentId: string; readonly name: string } | null;
}

export const noFacts: Facts = { approval: false, draft: null, customerSeq: 0, floor: null };

/** The facts after the next event of the log. */
export function applyFacts(now: Facts, event: WireEvent): Facts {
  const data = event.data as Record<string, never>;
  switch (event.type) {
    case 'message-posted':
      if (data['role'] === 'customer') return { ...now, customerSeq: event.seq };
      return now.draft !== null && now.draft.turnId === data['turnId'] ? { ...now, draft: null } : now;
    case 'approval-set':
      return { ...now, approval: data['required'] === true };
    case 'draft-proposed':
      return { ...now, draft: data as unknown as ProposedDraft };
    case 'draft-approved':
    case 'draft-rejected':
    case 'draft-stale':
      return now.draft !== null && now.draft.draftId === data['draftId'] ? { ...now, draft: null } : now;
    case 'agent-joined':
      return { ...now, draft: null, floor: { agentId: data['agentId'] ?? '', name: data['agentName'] ?? '' } };
    case 'agent-left':
      return { ...now, floor: null };
    case 'escalation-requested':
    case 'resolved':
      return { ...now, draft: null };
    default:
      return now;
  }
}
