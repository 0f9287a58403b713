import type { WireEvent } from '../../follow/protocol';
import type { Passage } from '../api/wire';
import type { Thread } from '../state/thread';

/** What is known of how an answer came about. */
export interface TurnDetails {
  readonly outcome: string | null;
  readonly decision: string | null;
  readonly confidence: number | null;
  readonly model: string | null;
  readonly prompt: string | null;
  readonly tokens: { readonly input: number; readonly output: number } | null;
  readonly passages: readonly Passage[];
  readonly instructions: readonly string[];
  readonly tools: readonly { readonly name: string; readonly isDone: boolean; readonly text: string }[];
  readonly steps: readonly string[];
}

/** The making of a turn, from the log's events and what the running turn has named. */
export function detailsOf(thread: Thread, turnId: string): TurnDetails {
  const own = thread.events.filter((e) => e.data['turnId'] === turnId);
  const done = own.find((e) => e.type === 'turn-completed' || e.type === 'draft-proposed')?.data ?? {};
  const began = own.find((e) => e.type === 'turn-started')?.data ?? {};
  // The server may put what staff alone see beside the event's own data or in a part of its own.
  const details = part(done, 'details') ?? done;
  const trace = part(details, 'trace') ?? part(part(began, 'details') ?? began, 'trace') ?? details;
  const text = (key: string) => (typeof trace[key] === 'string' ? (trace[key] as string) : null);
  const promptId = text('promptId');
  const live = thread.evidence?.turnId === turnId ? thread.evidence : null;
  return {
    outcome: typeof done['outcome'] === 'string' ? done['outcome'] : null,
    decision: text('decision') ?? live?.decision ?? null,
    confidence: number(details['confidence']),
    model: text('model'),
    prompt: promptId === null ? null : `${promptId} · ${text('promptHash') ?? ''}`,
    tokens: number(trace['inputTokens']) === null ? null : { input: number(trace['inputTokens'])!, output: number(trace['outputTokens']) ?? 0 },
    passages: (trace['passages'] as readonly Passage[] | undefined) ?? live?.passages ?? [],
    instructions: (trace['instructions'] as readonly string[] | undefined) ?? [],
    tools: toolsOf(own),
    steps: thread.steps.turnId === turnId ? thread.steps.names : [],
  };
}

function toolsOf(own: readonly WireEvent[]): TurnDetails['tools'] {
  const ended = new Set(own.filter((e) => e.type === 'tool-completed').map((e) => e.data['callId']));
  return own
    .filter((e) => e.type === 'tool-called')
    .map((e) => ({ name: String(e.data['tool'] ?? e.data['name'] ?? ''), isDone: ended.has(e.data['callId']), text: e.data['arguments'] === undefined ? '' : JSON.stringify(e.data['arguments']) }));
}

const part = (data: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> | undefined => {
  const found = data[key];
  return typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>) : undefined;
};

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
