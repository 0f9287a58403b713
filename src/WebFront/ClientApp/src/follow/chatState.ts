import type { Api, PageFacts, Session, StoreProfile } from './api';
import type { ConnectionEvents, ConnectionState } from './connection';
import type { Conversation, Message } from './follower';
import type { Memory } from './memory';
import type { Form, FormAnswer, WireEvent } from './protocol';
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
  /** That form as it was filled in, when the server finally refused it. */
  readonly refusedForm: RefusedForm | null;
  /** Messages wait because the customer sent too many: seconds. */
  readonly heldBack: number | null;
}

/** A form that is to be filled in again. */
export interface RefusedForm {
  readonly form: Form;
  readonly answer: FormAnswer;
  /** What is wrong: the server's code by field. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The conversation's connection, as the chat uses it. */
export interface ChatConnection {
  close(): void;
  setTyping(isTyping: boolean): void;
  read(after: number, limit: number): Promise<readonly WireEvent[]>;
}

/** What the chat works with. */
export interface ChatServices {
  readonly api: Api;
  readonly memory: Memory;
  readonly tabs: Tabs;
  readonly connect: (session: Session, events: ConnectionEvents) => ChatConnection;
  readonly page: () => PageFacts;
  readonly locale: () => string;
  /** Asks the page for a fresh token of its customer. */
  readonly refresh?: (() => Promise<string>) | undefined;
  readonly now: () => number;
  readonly onMessage: (message: Message) => void;
  /** Something of the customer's was finally refused. */
  readonly onProblem: (code: string) => void;
  readonly onIdentity: (customer: string | null) => void;
  /** Everything of the customer is forgotten, here or by another tab; what is half written is theirs too. */
  readonly onWiped: () => void;
}
