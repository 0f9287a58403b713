import type { Kept } from '../../follow/outbox';
import type { OutgoingMessage } from '../../follow/api';
import type { AgentView, CannedReply, ContextView, Copilot, Counts, Macro, Offer, SavedView, StoreSeat } from '../api/wire';
import type { Lines, Pending, Place, Sort } from './lines';
import type { Thread } from './thread';

export type MessageKind = 'reply' | 'note' | 'whisper';

/** A message of this agent's on its way out. */
export interface Outgoing extends OutgoingMessage {
  readonly conversationId: string;
  readonly kind: MessageKind;
  readonly mentions?: readonly string[];
}

export interface Toast {
  readonly id: string;
  readonly text: string;
  readonly isProblem: boolean;
  readonly undo?: () => void;
}

/** How far the list of one view has been fetched. */
export interface ViewPage {
  readonly ids: ReadonlySet<string>;
  readonly cursor: string | null;
  readonly isLoading: boolean;
  readonly isComplete: boolean;
  readonly problem: string | null;
}

export type Page = 'inbox' | 'search' | 'wall' | 'settings';

/** The parts of the settings, in their order. */
export const settingsParts = ['personal', 'replies', 'macros', 'people', 'desks', 'hours', 'sla', 'webhooks', 'escalation'] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** Everything that the console shows of one store. */
export interface StaffState {
  readonly seat: StoreSeat;
  readonly connection: 'connecting' | 'online' | 'offline';
  /** How many events came after the last reconnect; null when there is nothing to tell. */
  readonly recovered: number | null;
  readonly counts: Counts | null;
  readonly me: AgentView | null;
  readonly agents: ReadonlyMap<string, AgentView>;
  readonly lines: Lines;
  readonly pending: readonly Pending[];
  readonly pages: ReadonlyMap<Place, ViewPage>;
  readonly threads: ReadonlyMap<string, Thread>;
  readonly contexts: ReadonlyMap<string, ContextView>;
  /** What was said in the agent's language, by number; empty where that says the same. Of those conversations that are to be translated. */
  readonly translations: ReadonlyMap<string, ReadonlyMap<number, string>>;
  readonly offers: readonly Offer[];
  readonly checked: ReadonlySet<string>;
  /** Up to which number each conversation was read. */
  readonly read: ReadonlyMap<string, number>;
  readonly outgoing: readonly Kept<Outgoing>[];
  readonly toasts: readonly Toast[];
  readonly canned: readonly CannedReply[];
  readonly macros: readonly Macro[];
  readonly views: readonly SavedView[];
  readonly copilot: Copilot | null;
  readonly page: Page;
  readonly view: Place;
  readonly part: SettingsPart;
  readonly selected: string | null;
  readonly sort: Sort;
  /** In milliseconds; moves on every few seconds. */
  readonly now: number;
}

export const emptyState = (seat: StoreSeat, now: number): StaffState => ({
  seat,
  connection: 'connecting',
  recovered: null,
  counts: null,
  me: null,
  agents: new Map(),
  lines: new Map(),
  pending: [],
  pages: new Map(),
  threads: new Map(),
  contexts: new Map(),
  translations: new Map(),
  offers: [],
  checked: new Set(),
  read: new Map(),
  outgoing: [],
  toasts: [],
  canned: [],
  macros: [],
  views: [],
  copilot: null,
  page: 'inbox',
  view: 'unassigned',
  part: 'personal',
  selected: null,
  sort: 'newest',
  now,
});
