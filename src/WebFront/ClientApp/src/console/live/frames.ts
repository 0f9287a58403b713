import type { WireEvent } from '../../follow/protocol';
import type { AgentView, Brief, Counts, Evidence, Line, Offer, Viewer } from '../api/wire';
import type { Action } from '../state/reduce';
import type { ThreadFrame } from '../state/thread';

/** How long somebody is taken to type after the hub said so, in milliseconds. */
const typingLasts = 12_000;

type Frame = Readonly<Record<string, unknown>>;

/** What a frame of the hub means; null for one that is not known. */
export function readFrame(target: string, frame: Frame, now: number): Action | null {
  switch (target) {
    case 'lines':
      return { type: 'lines', lines: frame['lines'] as readonly Line[] };
    case 'counts': {
      const { store: _, ...counts } = frame;
      return { type: 'set', change: { counts: counts as unknown as Counts } };
    }
    case 'agents':
      return { type: 'agents', agents: frame['agents'] as readonly AgentView[], ids: frame['agentIds'] as readonly string[] | null };
    case 'offers':
      return { type: 'offers', offers: frame['offers'] as readonly Offer[] };
    default: {
      const inThread = readThreadFrame(target, frame, now);
      return inThread === null ? null : { type: 'frame', conversationId: String(frame['conversationId']), frame: inThread };
    }
  }
}

function readThreadFrame(target: string, frame: Frame, now: number): ThreadFrame | null {
  switch (target) {
    case 'event':
      return { kind: 'event', event: frame as unknown as WireEvent };
    case 'delta':
      return { kind: 'delta', turnId: String(frame['turnId']), offset: Number(frame['offset']), text: String(frame['text']) };
    case 'status':
      return { kind: 'status', turnId: String(frame['turnId']), status: String(frame['status']) };
    case 'typing':
      return { kind: 'typing', role: String(frame['role']), until: frame['isTyping'] === true ? now + typingLasts : 0 };
    case 'viewers':
      return { kind: 'viewers', viewers: frame['viewers'] as readonly Viewer[] };
    case 'brief':
      return { kind: 'brief', brief: frame['brief'] as Brief };
    case 'evidence':
      return { kind: 'evidence', evidence: { ...(frame['evidence'] as Evidence), turnId: String(frame['turnId']) } };
    case 'closed':
      return { kind: 'closed', code: String(frame['code']).replaceAll('_', '-') };
    default:
      return null;
  }
}
