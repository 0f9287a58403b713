import type { Priority } from './wire';

/** How a desk finds an agent for what waits. */
export type Assignment = 'manual' | 'round-robin' | 'least-busy';

export interface DeskSettings {
  readonly assignment: Assignment;
  readonly offerSeconds: number;
}

/** A desk, for administrators. */
export interface DeskView {
  readonly desk: string;
  readonly settings: DeskSettings;
  /** The agents who name it; whoever names no desk serves all. */
  readonly members: readonly string[];
  readonly waiting: number;
  /** The store's settings name it. */
  readonly isNamed: boolean;
}

export type Day = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** A period of a weekday; times as `09:00:00`. One that ends no later than it begins ends on the next day. */
export interface OpeningPeriod {
  readonly day: Day;
  readonly from: string;
  readonly to: string;
}

export interface SlaPolicy {
  readonly name: string;
  readonly priority?: Priority | null;
  readonly desk?: string | null;
  readonly firstResponseMinutes?: number | null;
  readonly nextResponseMinutes?: number | null;
  readonly resolutionMinutes?: number | null;
  readonly businessHours: boolean;
}

export type EscalationType = 'technical' | 'billing' | 'complaint' | 'sales' | 'urgent' | 'other';

export interface EscalationRule {
  readonly words: readonly string[];
  readonly topic?: EscalationType | null;
  readonly valueAbove?: number | null;
  readonly type?: EscalationType | null;
  readonly desk?: string | null;
}

export interface EscalationSettings {
  readonly rules: readonly EscalationRule[];
  readonly vipContacts: readonly string[];
  readonly desk: string;
}

export interface Webhook {
  readonly url: string;
  readonly events: readonly string[];
  readonly isPaused: boolean;
  /** Only where it is made anew; it is never given back. */
  readonly secret?: string;
}

/** The settings of a store that are changed here. */
export interface StoreSettings {
  readonly timeZone: string;
  readonly hours: readonly OpeningPeriod[];
  /** Days as `2026-12-25`. */
  readonly holidays: readonly string[];
  readonly sla?: { readonly policies: readonly SlaPolicy[] } | null;
  readonly escalation?: EscalationSettings | null;
  readonly webhooks: readonly Webhook[];
  readonly revision?: string | null;
}

export type StoreChange = Partial<Omit<StoreSettings, 'revision'>>;

/** By when people would have to be done with what is asked now. */
export interface SlaPreview {
  readonly at: string;
  readonly isOpen: boolean;
  readonly nextChange?: string | null;
  readonly promises: readonly {
    readonly priority: Priority;
    readonly policy?: string | null;
    readonly firstResponseAt?: string | null;
    readonly nextResponseAt?: string | null;
    readonly resolutionAt?: string | null;
  }[];
}

export interface WebhookDelivery {
  readonly id: string;
  readonly url: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly type?: string | null;
  readonly createdAt: string;
  readonly attempts: number;
  readonly nextAt?: string | null;
  readonly deliveredAt?: string | null;
  readonly failure?: string | null;
}

/** How the store's webhooks do. */
export interface WebhookReport {
  readonly webhooks: readonly { readonly url: string; readonly failingSince?: string | null; readonly disabledAt?: string | null }[];
  readonly deliveries: readonly WebhookDelivery[];
  readonly eventTypes: readonly string[];
}

export interface EscalationVerdict {
  readonly reason?: string | null;
  readonly type?: string | null;
  readonly desk?: string | null;
  readonly evidence?: string | null;
  /** 0 to 1. */
  readonly frustration: number;
}
