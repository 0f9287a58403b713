/** An event of a conversation's log, as it comes over the wire. */
export interface WireEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The passage behind a marker `[n]`. */
export interface Citation {
  readonly n: number;
  readonly source: string;
  readonly title: string;
  readonly page?: number;
  readonly section?: string;
  readonly revision: string;
  readonly chunkId: string;
  readonly quote: string;
  readonly url?: string;
}

export type Role = 'customer' | 'assistant' | 'agent' | 'system';

/** The data of `message-posted`. */
export interface MessageData {
  readonly messageId: string;
  readonly role: Role;
  readonly author?: string;
  readonly text: string;
  readonly citations?: readonly Citation[];
  readonly clientMessageId?: string;
  readonly turnId?: string;
  readonly suggestions?: readonly string[];
  readonly actions?: readonly string[];
}
