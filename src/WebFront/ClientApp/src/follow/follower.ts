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
  readonly kind: 'joined' | 'left' | 'resolved' | 'reopened' | 'failed' | 'stopped' | 'waiting';
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
  /** Everything after this number is here; 0 when that is the whole log. */
  readonly begins: number;
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
  /** The ids of forms that were answered, for those that turn up when earlier events are read. */
  readonly answered: readonly string[];
  readonly attachments: Readonly<Record<string, AttachmentProgress>>;
}

/** How a conversation stands whose log is read from a number on only. */
export interface Standing {
  readonly begins: number;
  readonly human: AgentFacts | null;
  readonly queue: QueuePlace | null;
  readonly resolved: boolean;
}

export type Frame =
  | { readonly kind: 'event'; readonly event: WireEvent }
  | ({ readonly kind: 'joined' } & Standing)
  | { readonly kind: 'earlier'; readonly begins: number; readonly events: readonly WireEvent[] }
  | { readonly kind: 'chunk'; readonly turnId: string; readonly offset: number; readonly text: string }
  | { readonly kind: 'status'; readonly turnId: string; readonly status: string }
  | { readonly kind: 'typing'; readonly isTyping: boolean; readonly isHuman: boolean }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'queue'; readonly message: Outgoing }
  | { readonly kind: 'outgoing'; readonly clientMessageId: string; readonly state: Outgoing['state']; readonly problem?: string; readonly seq?: number }
  | { readonly kind: 'discard'; readonly clientMessageId: string };

export const emptyConversation: Conversation = {
  lastSeq: 0,
  begins: 0,
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
  answered: [],
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
    case 'joined': {
      const { kind: _, ...standing } = frame;
      return now.lastSeq === 0 ? { ...now, ...standing, lastSeq: standing.begins } : now;
    }
    case 'earlier':
      return frame.begins >= now.begins ? now : withEarlier(now, frame.begins, frame.events);
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
      // Its event came before the receipt, or lies before what is here.
      if (frame.seq !== undefined && frame.seq <= now.lastSeq) return withoutOutgoing(now, frame.clientMessageId);
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

/** What was said and done goes before the rest; how the conversation stands is told by what is here already. */
function withEarlier(now: Conversation, begins: number, events: readonly WireEvent[]): Conversation {
  const earlier = events
    .filter((e) => e.seq <= now.begins)
    .reduce<Conversation>((then, event) => applyEvent({ ...then, lastSeq: event.seq }, event), { ...emptyConversation, outgoing: now.outgoing });
  return {
    ...now,
    begins,
    messages: [...earlier.messages, ...now.messages],
    marks: [...earlier.marks, ...now.marks],
    forms: [...earlier.forms.map((f) => (now.answered.includes(f.form.formId) ? { ...f, done: true } : f)), ...now.forms],
    answered: [...earlier.answered, ...now.answered],
    outgoing: earlier.outgoing,
    ratings: { ...earlier.ratings, ...now.ratings },
    attachments: { ...earlier.attachments, ...now.attachments },
    readThrough: Math.max(earlier.readThrough, now.readThrough),
  };
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
