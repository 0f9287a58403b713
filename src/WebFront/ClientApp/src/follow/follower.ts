import type { MessageData, WireEvent } from './protocol';

/** A message of the log. */
export interface Message extends MessageData {
  readonly seq: number;
  readonly at: string;
}

/** A message of this client that the log does not have yet. */
export interface Outgoing {
  readonly clientMessageId: string;
  readonly text: string;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** Why it failed, for the customer's eyes. */
  readonly problem?: string;
}

/** The answer being written. */
export interface LiveTurn {
  readonly turnId: string;
  readonly text: string;
  readonly status: string | null;
}

/** Everything a view of a conversation shows. */
export interface Conversation {
  readonly lastSeq: number;
  readonly messages: readonly Message[];
  readonly outgoing: readonly Outgoing[];
  readonly live: LiveTurn | null;
  /** Turns that are over: what still comes of them is late and is dropped. */
  readonly ended: readonly string[];
  readonly typing: 'nobody' | 'assistant' | 'human';
  readonly human: string | null;
  readonly resolved: boolean;
}

export type Frame =
  | { readonly kind: 'event'; readonly event: WireEvent }
  | { readonly kind: 'chunk'; readonly turnId: string; readonly offset: number; readonly text: string }
  | { readonly kind: 'status'; readonly turnId: string; readonly status: string }
  | { readonly kind: 'typing'; readonly isTyping: boolean; readonly isHuman: boolean }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'queue'; readonly message: Outgoing }
  | { readonly kind: 'sending'; readonly clientMessageId: string }
  | { readonly kind: 'failed'; readonly clientMessageId: string; readonly problem: string }
  | { readonly kind: 'discard'; readonly clientMessageId: string };

const keepEnded = 20;

export const emptyConversation: Conversation = {
  lastSeq: 0,
  messages: [],
  outgoing: [],
  live: null,
  ended: [],
  typing: 'nobody',
  human: null,
  resolved: false,
};

/**
 * The conversation after a frame. Frames may come twice or late: an event counts by its number, text by turn and
 * offset, so that applying again what was applied changes nothing (and returns the same object).
 */
export function follow(now: Conversation, frame: Frame): Conversation {
  switch (frame.kind) {
    case 'event':
      return frame.event.seq <= now.lastSeq ? now : applyEvent({ ...now, lastSeq: frame.event.seq }, frame.event);
    case 'chunk':
      return applyChunk(now, frame.turnId, frame.offset, frame.text);
    case 'status':
      if (now.ended.includes(frame.turnId)) return now;
      return { ...now, live: { ...liveOf(now, frame.turnId), status: frame.status } };
    case 'typing': {
      const typing = frame.isTyping ? (frame.isHuman ? 'human' : 'assistant') : 'nobody';
      return typing === now.typing ? now : { ...now, typing };
    }
    case 'disconnected':
      return { ...now, typing: 'nobody', outgoing: now.outgoing.map((o) => (o.state === 'sending' ? { ...o, state: 'waiting' } : o)) };
    case 'queue':
      return { ...now, outgoing: [...now.outgoing, frame.message] };
    case 'sending':
      return mapOutgoing(now, frame.clientMessageId, ({ clientMessageId, text }) => ({ clientMessageId, text, state: 'sending' }));
    case 'failed':
      return mapOutgoing(now, frame.clientMessageId, ({ clientMessageId, text }) => ({ clientMessageId, text, state: 'failed', problem: frame.problem }));
    case 'discard':
      return withoutOutgoing(now, frame.clientMessageId);
  }
}

function applyEvent(now: Conversation, event: WireEvent): Conversation {
  const turnId = typeof event.data['turnId'] === 'string' ? event.data['turnId'] : undefined;
  switch (event.type) {
    case 'message-posted': {
      const message: Message = { ...(event.data as unknown as MessageData), seq: event.seq, at: event.at };
      const next = { ...now, messages: [...now.messages, message] };
      return message.role === 'customer' ? withoutOutgoing(next, message.clientMessageId) : endTurn(next, turnId);
    }
    case 'turn-started':
      return turnId === undefined || now.ended.includes(turnId) ? now : { ...now, live: { turnId, text: '', status: null } };
    case 'turn-completed':
    case 'turn-cancelled':
    case 'turn-failed':
      return endTurn(now, turnId);
    case 'agent-joined':
      return { ...endTurn(now, undefined), human: text(event.data['agentName']) ?? text(event.data['name']) ?? '' };
    case 'agent-left':
      return { ...now, human: null };
    case 'resolved':
      return { ...endTurn(now, undefined), resolved: true };
    case 'reopened':
      return { ...now, resolved: false };
    default:
      return now;
  }
}

function applyChunk(now: Conversation, turnId: string, offset: number, chunk: string): Conversation {
  if (now.ended.includes(turnId)) return now;
  const live = liveOf(now, turnId);
  // A gap cannot be filled here; the next connection brings the whole text.
  if (offset > live.text.length) return now;
  // Text that is there already came twice. A shorter text that is there does not take the rest away.
  if (live.text.startsWith(chunk, offset) && now.live === live) return now;
  return { ...now, live: { ...live, text: live.text.slice(0, offset) + chunk } };
}

function liveOf(now: Conversation, turnId: string): LiveTurn {
  return now.live?.turnId === turnId ? now.live : { turnId, text: '', status: null };
}

function endTurn(now: Conversation, turnId: string | undefined): Conversation {
  const over = turnId ?? now.live?.turnId;
  if (over === undefined) return now;
  const ended = now.ended.includes(over) ? now.ended : [...now.ended, over].slice(-keepEnded);
  const live = now.live?.turnId === over ? null : now.live;
  return { ...now, ended, live, typing: live === null && now.typing === 'assistant' ? 'nobody' : now.typing };
}

function mapOutgoing(now: Conversation, id: string, change: (o: Outgoing) => Outgoing): Conversation {
  return { ...now, outgoing: now.outgoing.map((o) => (o.clientMessageId === id ? change(o) : o)) };
}

function withoutOutgoing(now: Conversation, id: string | undefined): Conversation {
  return now.outgoing.some((o) => o.clientMessageId === id)
    ? { ...now, outgoing: now.outgoing.filter((o) => o.clientMessageId !== id) }
    : now;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
