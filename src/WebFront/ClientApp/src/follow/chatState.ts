import type { Api, PageFacts, Session, StoreProfile } from './api';
import type { ConnectionEvents, ConnectionState } from './connection';
import type { Conversation, Message } from './follower';
import type { Memory } from './memory';
import type { Tabs } from './tabs';

/** What the chat shows. */
export interface ChatState {
  readonly profile: StoreProfile | null;
  readonly conversation: Conversation;
  readonly connection: ConnectionState | 'idle';
  /** The store could not be reached at all. */
  readonly unreachable: boolean;
  /** An earlier conversation was known but the log of it is not here yet. */
  readonly restoring: boolean;
  /** The customer has seen everything up to this number. */
  readonly readSeq: number;
  /** The form before the first message was filled in or skipped. */
  readonly preChatDone: boolean;
  /** Messages wait because the customer sent too many: seconds. */
  readonly heldBack: number | null;
}

/** What the chat works with. */
export interface ChatServices {
  readonly api: Api;
  readonly memory: Memory;
  readonly tabs: Tabs;
  readonly connect: (session: Session, events: ConnectionEvents) => { close(): void; setTyping(isTyping: boolean): void };
  readonly page: () => PageFacts;
  readonly locale: () => string;
  /** Asks the page for a fresh token of its customer. */
  readonly refresh?: (() => Promise<string>) | undefined;
  readonly now: () => number;
  readonly onMessage: (message: Message) => void;
  /** Something of the customer's was finally refused. */
  readonly onProblem: (code: string) => void;
  readonly onIdentity: (customer: string | null) => void;
}
