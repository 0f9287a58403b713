import { applyEvent } from './events';
import type { AttachmentStatus, Form, MessageData, WireEvent } from './protocol';

/** A message of the log. */
export interface Message extends MessageData {
  readonly seq: number;
  readonly at: string;
}

/** Something that happened between messages. */
export interface Mark {
  readonly seq: number;
  readonly at: string;
  readonly kind: 'joined' | 'left' | 'resolved' | 'reopened' | 'failed' | 'waiting';
  readonly name?: string;
}

/** A message of this client that the log does not have yet; `stale` is one that waits for the customer's word. */
export interface Outgoing {
  readonly clientMessageId: string;
  readonly text: string;
  readonly state: 'waiting' | 'stale' | 'sending' | 'sent' | 'failed';
  /** Why it failed: a code. */
  readonly problem?: string;
  readonly attachments?: readonly string[];
}

/** The answer being written. */
export interface LiveTurn {
  readonly turnId: string;
  readonly text: string;
  readonly status: string | null;
}

export interface AgentFacts {
  readonly name: string;
  readonly pictureUrl?: string;
}

/** The place in the queue for a person; `estimateSeconds` where the server knows one. */
export interface QueuePlace {
  readonly position: number | null;
  readonly estimateSeconds?: number;
}

export interface FormState {
  readonly seq: number;
  readonly form: Form;
  readonly done: boolean;
}

export interface AttachmentProgress {
  readonly status: AttachmentStatus;
  readonly code?: string;
  readonly title?: string;
}

/** Everything a view of a conversation shows. */
export interface Conversation {
  readonly lastSeq: number;
  readonly messages: readonly Message[];
  readonly marks: readonly Mark[];
  readonly outgoing: readonly Outgoing[];
  readonly live: LiveTurn | null;
  /** Turns that are over: what still comes of them is late and is dropped. */
  readonly ended: readonly string[];
  readonly typing: 'nobody' | 'assistant' | 'human';
  readonly human: AgentFacts | null;
  readonly queue: QueuePlace | null;
  readonly resolved: boolean;
  /** The customer's messages up to this number have been taken up by somebody. */
  readonly readThrough: number;
  /** The last scores, by message; the conversation's own under the empty id. */
  readonly ratings: Readonly<Record<string, number>>;
  readonly forms: readonly FormState[];
  readonly attachments: Readonly<Record<string, AttachmentProgress>>;
}

export type Frame =
  | { readonly kind: 'event'; readonly event: WireEvent }
  | { readonly kind: 'chunk'; readonly turnId: string; readonly offset: number; readonly text: string }
  | { readonly kind: 'status'; readonly turnId: string; readonly status: string }
  | { readonly kind: 'typing'; readonly isTyping: boolean; readonly isHuman: boolean }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'queue'; readonly message: Outgoing }
  | { readonly kind: 'outgoing'; readonly clientMessageId: string; readonly state: Outgoing['state']; readonly problem?: string }
  | { readonly kind: 'discard'; readonly clientMessageId: string };

export const emptyConversation: Conversation = {
  lastSeq: 0,
  messages: [],
  marks: [],
  outgoing: [],
  live: null,
  ended: [],
  typing: 'nobody',
  human: null,
  queue: null,
  resolved: false,
  readThrough: 0,
  ratings: {},
  forms: [],
  attachments: {},
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
      if (now.ended.includes(frame.turnId) || (now.live?.turnId === frame.turnId && now.live.status === frame.status)) return now;
      return { ...now, live: { ...liveOf(now, frame.turnId), status: frame.status } };
    case 'typing': {
      const typing = frame.isTyping ? (frame.isHuman ? 'human' : 'assistant') : 'nobody';
      return typing === now.typing ? now : { ...now, typing };
    }
    case 'disconnected':
      return {
        ...now,
        typing: 'nobody',
        outgoing: now.outgoing.map((o) => (o.state === 'sending' ? { ...o, state: 'waiting' } : o)),
      };
    case 'queue':
      return now.outgoing.some((o) => o.clientMessageId === frame.message.clientMessageId)
        ? now
        : { ...now, outgoing: [...now.outgoing, frame.message] };
    case 'outgoing':
      return { ...now, outgoing: now.outgoing.map((o) => (o.clientMessageId === frame.clientMessageId ? moved(o, frame) : o)) };
    case 'discard':
      return withoutOutgoing(now, frame.clientMessageId);
  }
}

/** The conversation without a message of this client's own. */
export function withoutOutgoing(now: Conversation, id: string | undefined): Conversation {
  return now.outgoing.some((o) => o.clientMessageId === id)
    ? { ...now, outgoing: now.outgoing.filter((o) => o.clientMessageId !== id) }
    : now;
}

function moved({ problem: _, ...message }: Outgoing, { state, problem }: { state: Outgoing['state']; problem?: string }): Outgoing {
  return { ...message, state, ...(problem === undefined ? {} : { problem }) };
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
