import type { AgentView, ContextView, Counts, Line, Offer } from '../api/wire';
import { mergeLines, type Pending, type Place, settle } from './lines';
import type { StaffState, Toast, ViewPage } from './staffState';
import { emptyThread, followThread, type Thread, type ThreadFrame } from './thread';

/** How many threads are kept, so that going back to one shows it at once. */
const keptThreads = 20;

/** Everything that can happen to the console's state. */
export type Action =
  | { readonly type: 'set'; readonly change: Partial<StaffState> }
  | { readonly type: 'watched'; readonly counts: Counts; readonly agents: readonly AgentView[]; readonly me: AgentView | null }
  | { readonly type: 'lines'; readonly lines: readonly Line[] }
  | { readonly type: 'page-loading'; readonly view: Place }
  | { readonly type: 'page-failed'; readonly view: Place; readonly code: string }
  | { readonly type: 'page'; readonly view: Place; readonly lines: readonly Line[]; readonly cursor: string | null; readonly isFirst: boolean; readonly isFresh: boolean }
  | { readonly type: 'agents'; readonly agents: readonly AgentView[]; readonly ids?: readonly string[] | null }
  | { readonly type: 'offers'; readonly offers: readonly Offer[] }
  | { readonly type: 'asked'; readonly change: Pending }
  | { readonly type: 'answered'; readonly id: string; readonly isDone: boolean }
  | { readonly type: 'opened'; readonly conversationId: string }
  | { readonly type: 'frame'; readonly conversationId: string; readonly frame: ThreadFrame }
  | { readonly type: 'disconnected' }
  | { readonly type: 'context'; readonly context: ContextView }
  | { readonly type: 'checked'; readonly ids: readonly string[]; readonly isChecked: boolean }
  | { readonly type: 'read'; readonly conversationId: string; readonly seq: number }
  | { readonly type: 'toast'; readonly toast: Toast }
  | { readonly type: 'toast-over'; readonly id: string };

const emptyPage: ViewPage = { ids: new Set(), cursor: null, isLoading: false, isComplete: false, problem: null };

/** The state after something happened. Gives back the same object where nothing changed. */
export function reduce(state: StaffState, action: Action): StaffState {
  switch (action.type) {
    case 'set':
      return { ...state, ...action.change };
    case 'watched':
      return { ...state, counts: action.counts, me: action.me, agents: new Map(action.agents.map((a) => [a.agentId, a])) };
    case 'lines': {
      const lines = mergeLines(state.lines, action.lines);
      return lines === state.lines ? state : { ...state, lines };
    }
    case 'page-loading':
      return withPage(state, action.view, { isLoading: true, problem: null });
    case 'page-failed':
      return withPage(state, action.view, { isLoading: false, problem: action.code });
    case 'page':
      return addPage(state, action);
    case 'agents': {
      const agents = new Map(state.agents);
      for (const a of action.agents) agents.set(a.agentId, a);
      if (action.ids != null) for (const id of agents.keys()) if (!action.ids.includes(id)) agents.delete(id);
      return { ...state, agents, me: agents.get(state.seat.agentId) ?? state.me };
    }
    case 'offers':
      return { ...state, offers: action.offers, lines: mergeLines(state.lines, action.offers.map((o) => o.line)) };
    case 'asked':
      return { ...state, pending: [...state.pending, action.change] };
    case 'answered': {
      const change = state.pending.find((p) => p.id === action.id);
      if (change === undefined) return state;
      return { ...state, pending: state.pending.filter((p) => p !== change), lines: settle(state.lines, change, action.isDone) };
    }
    case 'opened':
      return { ...state, threads: keep(state.threads, state.threads.get(action.conversationId) ?? emptyThread(action.conversationId)) };
    case 'frame': {
      const thread = state.threads.get(action.conversationId);
      if (thread === undefined) return state;
      const next = followThread(thread, action.frame);
      return next === thread ? state : { ...state, threads: new Map(state.threads).set(action.conversationId, next) };
    }
    case 'disconnected':
      return {
        ...state,
        connection: 'offline',
        recovered: null,
        threads: new Map([...state.threads].map(([id, t]) => [id, followThread(t, { kind: 'disconnected' })])),
      };
    case 'context': {
      const { line } = action.context;
      return { ...state, contexts: new Map(state.contexts).set(line.conversationId, action.context), lines: mergeLines(state.lines, [line]) };
    }
    case 'checked': {
      const checked = new Set(state.checked);
      for (const id of action.ids) action.isChecked ? checked.add(id) : checked.delete(id);
      return { ...state, checked };
    }
    case 'read':
      return (state.read.get(action.conversationId) ?? 0) >= action.seq ? state : { ...state, read: new Map(state.read).set(action.conversationId, action.seq) };
    case 'toast':
      return { ...state, toasts: [...state.toasts.filter((t) => t.id !== action.toast.id), action.toast] };
    case 'toast-over':
      return { ...state, toasts: state.toasts.filter((t) => t.id !== action.id) };
  }
}

function withPage(state: StaffState, view: Place, change: Partial<ViewPage>): StaffState {
  return { ...state, pages: new Map(state.pages).set(view, { ...(state.pages.get(view) ?? emptyPage), ...change }) };
}

/** After a break nothing that was known holds but what is followed: other lines may have changed unseen. */
function onlyFollowed(state: StaffState): StaffState {
  return { ...state, pages: new Map(), lines: new Map([...state.lines].filter(([id]) => state.threads.get(id)?.isOpen === true)) };
}

function addPage(before: StaffState, { view, lines, cursor, isFirst, isFresh }: Action & { type: 'page' }): StaffState {
  const state = isFresh ? onlyFollowed(before) : before;
  const known = isFirst ? [] : [...(state.pages.get(view) ?? emptyPage).ids];
  const ids = new Set([...known, ...lines.map((l) => l.conversationId)]);
  const next = withPage(state, view, { ids, cursor, isLoading: false, isComplete: cursor === null });
  return { ...next, lines: mergeLines(state.lines, lines) };
}

/** The thread last, and no more of the others than are kept. */
function keep(threads: ReadonlyMap<string, Thread>, thread: Thread): ReadonlyMap<string, Thread> {
  const others = [...threads].filter(([id]) => id !== thread.conversationId).slice(1 - keptThreads);
  return new Map([...others, [thread.conversationId, thread]]);
}
