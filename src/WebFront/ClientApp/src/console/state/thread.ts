import { emptyConversation, follow, type Conversation } from '../../follow/follower';
import type { WireEvent } from '../../follow/protocol';
import type { Brief, Evidence, Viewer } from '../api/wire';
import { applyFacts, type Facts, noFacts } from './facts';

/** Everything that is known of one conversation that is or was open. */
export interface Thread {
  readonly conversationId: string;
  readonly talk: Conversation;
  /** The log as far as it is here without a gap. */
  readonly events: readonly WireEvent[];
  /** What came before what precedes it. */
  readonly ahead: readonly WireEvent[];
  readonly facts: Facts;
  /** The steps that the running turn has named so far. */
  readonly steps: { readonly turnId: string; readonly names: readonly string[] };
  readonly viewers: readonly Viewer[];
  /** Who types, and until when that is to be believed, in milliseconds. */
  readonly typing: Readonly<Record<string, number>>;
  readonly brief: Brief | null;
  /** What a running turn has found and decided. */
  readonly evidence: Evidence | null;
  /** The server has said how far the log goes, and everything up to there was sent. */
  readonly isOpen: boolean;
  /** Why it cannot be followed any more: a code. */
  readonly problem: string | null;
}

export type ThreadFrame =
  | { readonly kind: 'event'; readonly event: WireEvent }
  | { readonly kind: 'delta'; readonly turnId: string; readonly offset: number; readonly text: string }
  | { readonly kind: 'status'; readonly turnId: string; readonly status: string }
  | { readonly kind: 'typing'; readonly role: string; readonly until: number }
  | { readonly kind: 'viewers'; readonly viewers: readonly Viewer[] }
  | { readonly kind: 'brief'; readonly brief: Brief }
  | { readonly kind: 'evidence'; readonly evidence: Evidence }
  | { readonly kind: 'settled' }
  | { readonly kind: 'closed'; readonly code: string }
  | { readonly kind: 'disconnected' };

export const emptyThread = (conversationId: string): Thread => ({
  conversationId,
  talk: emptyConversation,
  events: [],
  ahead: [],
  facts: noFacts,
  steps: { turnId: '', names: [] },
  viewers: [],
  typing: {},
  brief: null,
  evidence: null,
  isOpen: false,
  problem: null,
});

/** The thread after a frame. Frames may come twice, late and in any order: an event counts by its number. */
export function followThread(now: Thread, frame: ThreadFrame): Thread {
  switch (frame.kind) {
    case 'event':
      return addEvent(now, frame.event);
    case 'delta':
      return withTalk(now, follow(now.talk, { kind: 'chunk', turnId: frame.turnId, offset: frame.offset, text: frame.text }));
    case 'status': {
      const talk = follow(now.talk, frame);
      if (talk === now.talk) return now;
      const names = now.steps.turnId === frame.turnId ? now.steps.names : [];
      return { ...now, talk, steps: { turnId: frame.turnId, names: names.at(-1) === frame.status ? names : [...names, frame.status] } };
    }
    case 'typing':
      return now.typing[frame.role] === frame.until ? now : { ...now, typing: { ...now.typing, [frame.role]: frame.until } };
    case 'viewers':
      return { ...now, viewers: frame.viewers };
    case 'brief':
      return now.brief !== null && frame.brief.throughSeq < now.brief.throughSeq ? now : { ...now, brief: frame.brief };
    case 'evidence':
      return { ...now, evidence: frame.evidence };
    case 'settled':
      return { ...now.ahead.reduce(apply, { ...now, ahead: [] }), isOpen: true, problem: null };
    case 'closed':
      return { ...now, problem: frame.code, viewers: [], typing: {} };
    case 'disconnected':
      return { ...now, isOpen: false, viewers: [], typing: {} };
  }
}

/** The number of the last event of a thread, for going on from there. */
export const lastOf = (thread: Thread | undefined): number => thread?.events.at(-1)?.seq ?? 0;

function addEvent(now: Thread, event: WireEvent): Thread {
  const last = lastOf(now);
  if (event.seq <= last || now.ahead.some((e) => e.seq === event.seq)) return now;
  const waiting = [...now.ahead, event].sort((a, b) => a.seq - b.seq);
  let next: Thread = { ...now, ahead: waiting };
  while (next.ahead[0]?.seq === lastOf(next) + 1) next = apply({ ...next, ahead: next.ahead.slice(1) }, next.ahead[0]);
  return next;
}

function apply(now: Thread, event: WireEvent): Thread {
  const { [String(event.data['role'] ?? '')]: _, ...typing } = now.typing;
  return {
    ...now,
    events: [...now.events, event],
    talk: follow(now.talk, { kind: 'event', event }),
    facts: applyFacts(now.facts, event),
    typing: event.type === 'message-posted' ? typing : now.typing,
  };
}

const withTalk = (now: Thread, talk: Conversation): Thread => (talk === now.talk ? now : { ...now, talk });
