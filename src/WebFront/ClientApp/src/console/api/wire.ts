import type { Attachment, Citation } from '../../follow/protocol';

export type AgentRole = 'agent' | 'supervisor' | 'administrator' | 'owner';
export type Presence = 'online' | 'busy' | 'away' | 'offline';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Status = 'open' | 'waiting' | 'with-agent' | 'resolved';

/** What the signed-in person is in one store. */
export interface StoreSeat {
  readonly store: string;
  readonly name: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly role: AgentRole;
  readonly pictureUrl?: string;
}

/** Who is signed in. */
export interface Session {
  readonly email: string;
  readonly name: string;
  /** Goes with each request that changes something. */
  readonly csrf: string;
  readonly twoFactor: boolean;
  readonly stores: readonly StoreSeat[];
}

/** What a one-time link is for. */
export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly purpose: 'set-up' | 'invite';
  readonly needsPassword: boolean;
}

export interface Sla {
  readonly clock: 'first-response' | 'next-response' | 'resolution';
  readonly dueAt: string;
  readonly breached: boolean;
}

/** A conversation in a list. */
export interface Line {
  readonly conversationId: string;
  readonly status: Status;
  readonly contactId: string;
  readonly contactName?: string;
  readonly channel: string;
  readonly locale?: string;
  readonly desk?: string;
  readonly waitingSince?: string;
  readonly escalation?: { readonly type: string; readonly reason: string };
  readonly agentId?: string;
  readonly agentName?: string;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly snoozedUntil?: string;
  readonly isSpam: boolean;
  readonly lastSeq: number;
  readonly lastMessage?: { readonly role: string; readonly author?: string; readonly text: string; readonly at: string };
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly sla?: Sla;
}

export interface LinePage {
  readonly conversations: readonly Line[];
  readonly cursor?: string | null;
}

export const countedViews = ['mine', 'waiting', 'unassigned', 'assistant', 'others', 'all', 'snoozed', 'mentions'] as const;
export type Counts = Readonly<Record<(typeof countedViews)[number], number>>;
export type ViewName = (typeof countedViews)[number] | 'resolved' | 'spam';

/** What a store says of somebody who answers its customers. */
export interface AgentProfile {
  readonly name: string;
  readonly pictureUrl?: string;
  readonly role: AgentRole;
  readonly slots: number;
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  readonly desks?: readonly string[];
  readonly email?: string;
}

export interface AgentView {
  readonly agentId: string;
  readonly profile: AgentProfile;
  readonly presence: Presence;
  readonly seenAt?: string;
  /** Whether an account signs in as this agent. */
  readonly hasJoined?: boolean;
  /** Until when the invitation is good that was made last. */
  readonly invitedUntil?: string | null;
  /** How many the agent has. */
  readonly conversations: number;
}

/** Somebody who has a conversation open. */
export interface Viewer {
  readonly agentId: string;
  readonly name: string;
  readonly pictureUrl?: string;
  readonly state: 'viewing' | 'typing' | 'away';
}

export interface Offer {
  readonly offerId: string;
  readonly conversationId: string;
  readonly desk: string;
  readonly expiresAt: string;
  readonly line: Line;
}

/** An order as the store's token names it; the texts are the store's. */
export interface CustomerOrder {
  readonly orderId: string;
  readonly status?: string;
  readonly total?: string;
  readonly at?: string;
  readonly url?: string;
}

export interface ContextView {
  readonly line: Line;
  readonly contact: {
    readonly contactId: string;
    readonly name?: string;
    readonly email?: string;
    readonly isVerified: boolean;
    readonly attributes: Readonly<Record<string, string>>;
    readonly orders: readonly CustomerOrder[];
    readonly locale?: string;
  };
  readonly page?: { readonly url: string; readonly title: string; readonly referrer: string };
  readonly forms: readonly { readonly formId: string; readonly values: Readonly<Record<string, string>>; readonly at: string }[];
  readonly previous: readonly Line[];
  readonly rating?: { readonly score: number; readonly comment?: string };
  readonly attachments: readonly Attachment[];
}

export interface Brief {
  readonly throughSeq: number;
  readonly summary: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly tried: readonly string[];
  readonly openQuestion?: string;
  readonly nextStep?: string;
  readonly sentiment: 'calm' | 'uneasy' | 'angry';
  readonly type?: string;
  readonly reason?: string;
}

/** A piece of the store's knowledge, and how well it fits. */
export interface Passage {
  readonly source: string;
  readonly title?: string;
  readonly section?: string;
  readonly page?: number;
  readonly score: number;
  readonly text: string;
}

/** What a running turn has found and decided, before it writes. */
export interface Evidence {
  readonly turnId: string;
  readonly decision: string;
  readonly passages: readonly Passage[];
}

export interface Suggestion {
  readonly text: string;
  readonly citations: readonly Citation[];
}

export interface Copilot {
  readonly suggestions: boolean;
  readonly summary: boolean;
  readonly rewrites: readonly string[];
  readonly translations: boolean;
}

export interface CannedReply {
  readonly id: string;
  readonly shortcut: string;
  readonly title: string;
  readonly text: string;
  readonly locale?: string;
}

export interface MacroAction {
  readonly action: 'reply' | 'note' | 'tag' | 'untag' | 'priority' | 'transfer' | 'snooze' | 'resolve';
  readonly value?: string;
}

export interface Macro {
  readonly id: string;
  readonly name: string;
  readonly actions: readonly MacroAction[];
}

export interface ViewFilter {
  readonly view?: ViewName;
  readonly status?: Status;
  readonly desk?: string;
  readonly agent?: string;
  readonly tag?: string;
  readonly priority?: Priority;
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filter: ViewFilter;
  readonly shared: boolean;
}

export interface SearchHit {
  readonly line: Line;
  readonly seq: number;
  readonly at: string;
  readonly role: string;
  readonly author?: string;
  readonly excerpt: string;
  readonly marks: readonly (readonly [number, number])[];
}

export interface Wall {
  readonly desks: readonly {
    readonly desk: string;
    readonly waiting: number;
    readonly longestSeconds?: number;
    readonly breached: number;
    readonly agentsOnline: number;
    readonly freeSlots: number;
  }[];
  readonly agents: readonly (AgentView & { readonly lines: readonly Line[] })[];
  readonly today: { readonly escalated: number; readonly resolved: number; readonly medianFirstResponseSeconds?: number; readonly breaches: number };
}

export type BulkAction = 'assign' | 'resolve' | 'reopen' | 'tag' | 'untag' | 'transfer' | 'spam' | 'snooze';

export interface BulkResult {
  readonly conversationId: string;
  readonly changed: boolean;
  readonly code?: string;
}

/** What the console asks of an answer of `answers`. */
export interface KnowledgeAnswer {
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly outcome: string;
}

export interface ClaimReceipt {
  readonly won: boolean;
  readonly agentId: string;
  readonly agentName: string;
}
