import { type AttachmentProgress, type Conversation, type Mark, type Message, withoutOutgoing } from './follower';
import type { Form, MessageData, WireEvent } from './protocol';

const keepEnded = 20;

/** The conversation after an event that it did not have yet. */
export function applyEvent(now: Conversation, event: WireEvent): Conversation {
  const data = event.data;
  const turnId = text(data['turnId']);
  switch (event.type) {
    case 'message-posted':
      return applyMessage(now, { ...(data as unknown as MessageData), seq: event.seq, at: event.at });
    case 'turn-started':
      if (turnId === undefined || now.ended.includes(turnId)) return now;
      return { ...now, readThrough: event.seq, live: now.live?.turnId === turnId ? now.live : { turnId, text: '', status: null } };
    case 'turn-completed':
      return endTurn(now, turnId);
    case 'turn-cancelled':
      return data['reason'] === 'stopped' ? mark(endTurn(now, turnId), event, 'stopped') : endTurn(now, turnId);
    case 'turn-failed':
      return data['retrying'] === true ? endTurn(now, turnId) : mark(endTurn(now, turnId), event, 'failed');
    case 'escalation-requested':
      return { ...mark(now, event, 'waiting'), queue: { position: null } };
    case 'queued':
      return { ...now, queue: { position: number(data['position']) ?? null, ...optional('estimateSeconds', number(data['estimateSeconds'])) } };
    case 'agent-joined': {
      const name = text(data['agentName']) ?? text(data['name']) ?? '';
      const human = { name, ...optional('pictureUrl', text(data['pictureUrl'])) };
      return { ...mark(endTurn(now, undefined), event, 'joined', name), human, queue: null, readThrough: event.seq };
    }
    case 'agent-left': {
      const left = { ...mark(quiet(now), event, 'left', text(data['agentName']) ?? now.human?.name), human: null };
      return data['backTo'] === 'queue' ? { ...left, queue: { position: null } } : left;
    }
    case 'resolved':
      return { ...mark(endTurn(quiet(now), undefined), event, 'resolved'), resolved: true, queue: null };
    case 'reopened':
      return { ...mark(now, event, 'reopened'), resolved: false };
    case 'rated':
      return { ...now, ratings: { ...now.ratings, [text(data['messageId']) ?? '']: number(data['score']) ?? 0 } };
    case 'form-requested':
      return { ...now, forms: [...now.forms, { seq: event.seq, form: data['form'] as Form, done: false }] };
    case 'form-submitted':
      return {
        ...now,
        forms: now.forms.map((f) => (f.form.formId === data['formId'] ? { ...f, done: true } : f)),
        answered: [...now.answered, String(data['formId'])],
      };
    case 'attachment-processed':
      return { ...now, attachments: { ...now.attachments, [String(data['attachmentId'])]: data as unknown as AttachmentProgress } };
    default:
      return now;
  }
}

function applyMessage(now: Conversation, message: Message): Conversation {
  const next = { ...now, messages: [...now.messages, message] };
  return message.role === 'customer'
    ? withoutOutgoing(next, message.clientMessageId)
    : { ...endTurn(answered(message.role === 'agent' ? quiet(next) : next), message.turnId), readThrough: message.seq };
}

/** What failed was made good. */
function answered(now: Conversation): Conversation {
  return now.marks.some((m) => m.kind === 'failed') ? { ...now, marks: now.marks.filter((m) => m.kind !== 'failed') } : now;
}

/** The person has said it, or has gone. */
function quiet(now: Conversation): Conversation {
  return now.typing === 'human' ? { ...now, typing: 'nobody' } : now;
}

function endTurn(now: Conversation, turnId: string | undefined): Conversation {
  const over = turnId ?? now.live?.turnId;
  if (over === undefined) return now;
  const ended = now.ended.includes(over) ? now.ended : [...now.ended, over].slice(-keepEnded);
  const live = now.live?.turnId === over ? null : now.live;
  return { ...now, ended, live, typing: live === null && now.typing === 'assistant' ? 'nobody' : now.typing };
}

function mark(now: Conversation, { seq, at }: WireEvent, kind: Mark['kind'], name?: string): Conversation {
  return { ...now, marks: [...now.marks, { seq, at, kind, ...optional('name', name) }] };
}

function optional<K extends string, V>(name: K, value: V | undefined): { [k in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [k in K]: V });
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
