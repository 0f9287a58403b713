/** An event of a conversation's log, as it comes over the wire. */
export interface WireEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the hub says to a join: how the conversation stands. */
export interface JoinReply {
  readonly status: 'open' | 'waiting' | 'with-agent' | 'resolved';
  readonly lastSeq: number;
  /** The number after which the events begin that are sent. */
  readonly after?: number;
  readonly agentName?: string;
  readonly agentPictureUrl?: string;
  readonly queuePosition?: number;
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
  /** How well the passage fits, 0 to 1. */
  readonly relevance?: number;
}

export type Role = 'customer' | 'assistant' | 'agent' | 'system';

/** A file or a page that goes with a message. */
export interface AttachmentFacts {
  readonly attachmentId: string;
  readonly kind: 'file' | 'image' | 'page';
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly url?: string;
}

export type AttachmentStatus = 'queued' | 'extracting' | 'indexing' | 'ready' | 'failed';

/** The same with where its reading stands. */
export interface Attachment extends AttachmentFacts {
  readonly status: AttachmentStatus;
  readonly code?: string;
  readonly detail?: string;
  readonly title?: string;
}

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
  readonly attachments?: readonly AttachmentFacts[];
}

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'tel' | 'select' | 'textarea';
  readonly required?: boolean;
  readonly options?: readonly string[];
  readonly maxLength?: number;
}

/** Questions to fill in. */
export interface Form {
  readonly formId: string;
  readonly title?: string;
  readonly text?: string;
  readonly fields: readonly FormField[];
  readonly skippable: boolean;
  readonly consent?: { readonly text: string; readonly url?: string; readonly required: boolean };
}

/** A form as it was filled in. */
export interface FormAnswer {
  readonly formId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly consent?: boolean;
  readonly skipped?: boolean;
}
