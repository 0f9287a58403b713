import * as api from './api';
import { backoff } from './backoff';
import { Connection, type ConnectionState } from './connection';
import { type Conversation, emptyConversation, follow, type Frame } from './follower';
import { Memory } from './memory';

export interface ChatState {
  readonly profile: api.StoreProfile | null;
  readonly conversation: Conversation;
  readonly connection: ConnectionState | 'idle';
  /** The store could not be reached at all. */
  readonly unreachable: boolean;
  /** An earlier conversation was known but the log of it is not here yet. */
  readonly restoring: boolean;
}

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/** One customer's chat with a store: the conversation, its connection, and the messages on their way out. */
export class ChatClient {
  state: ChatState;
  private readonly memory: Memory;
  private readonly listeners = new Set<() => void>();
  private session: api.Session | null;
  /** Whose conversation the next one is. */
  private token: string | undefined;
  private connection: Connection | null = null;
  private pumping = false;
  private wake: (() => void) | null = null;

  constructor(private readonly store: string) {
    this.memory = new Memory(store);
    this.session = this.memory.session;
    const outgoing = this.memory.unsent.map((u) => ({ ...u, state: 'waiting' as const }));
    this.state = {
      profile: null,
      conversation: { ...emptyConversation, outgoing },
      connection: 'idle',
      unreachable: false,
      restoring: this.session !== null,
    };
    void this.loadProfile(0);
    if (this.session !== null) this.connect(this.session);
    if (outgoing.length > 0) void this.pump();
    addEventListener('online', () => this.wake?.());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  send(text: string): void {
    this.apply({ kind: 'queue', message: { clientMessageId: newId(), text, state: 'waiting' } });
    void this.pump();
  }

  retry(clientMessageId: string): void {
    const failed = this.state.conversation.outgoing.find((o) => o.clientMessageId === clientMessageId);
    if (failed === undefined) return;
    this.apply({ kind: 'discard', clientMessageId });
    this.apply({ kind: 'queue', message: { ...failed, state: 'waiting' } });
    void this.pump();
  }

  discard(clientMessageId: string): void {
    this.apply({ kind: 'discard', clientMessageId });
  }

  setTyping(isTyping: boolean): void {
    this.connection?.setTyping(isTyping);
  }

  stop(): void {
    if (this.session !== null) api.cancelTurn(this.session).catch(() => undefined);
  }

  /** Leaves this conversation; the next message begins another of the same customer. */
  startOver(): void {
    this.token = this.session?.visitorToken;
    this.connection?.close();
    this.connection = null;
    this.session = null;
    this.memory.session = null;
    this.set({ conversation: emptyConversation, connection: 'idle', restoring: false });
    this.memory.unsent = [];
  }

  private apply(frame: Frame): void {
    const conversation = follow(this.state.conversation, frame);
    if (conversation === this.state.conversation) return;
    if (conversation.outgoing !== this.state.conversation.outgoing)
      this.memory.unsent = conversation.outgoing.map(({ clientMessageId, text }) => ({ clientMessageId, text }));
    this.set({ conversation });
  }

  private set(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private connect(session: api.Session): void {
    this.connection = new Connection(session, {
      frame: (frame) => this.apply(frame),
      state: (connection) => {
        this.set({ connection, ...(connection === 'online' ? { restoring: false } : {}) });
        if (connection === 'online') this.wake?.();
      },
      lost: () => this.lose(),
      lastSeq: () => this.state.conversation.lastSeq,
    });
  }

  /** The server does not know this conversation (any more): what was not sent goes into a new one. */
  private lose(): void {
    const { outgoing } = this.state.conversation;
    this.startOver();
    this.token = undefined;
    for (const { text } of outgoing) this.send(text);
  }

  /** Sends what waits, oldest first, one at a time, until nothing waits. */
  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      let failures = 0;
      for (;;) {
        const next = this.state.conversation.outgoing.find((o) => o.state === 'waiting');
        if (next === undefined) return;
        this.apply({ kind: 'sending', clientMessageId: next.clientMessageId });
        try {
          await api.postMessage(await this.ensureSession(), next.clientMessageId, next.text);
          failures = 0;
          // A message that is kept leaves the list when its event comes; until then it is shown as on its way.
          await this.settled(next.clientMessageId);
        } catch (e) {
          const problem = e instanceof api.Problem ? e : new api.Problem('unknown', String(e), 0);
          if (problem.status === 401 || problem.code === 'conversation_not_found') {
            this.lose();
            return;
          }
          if (!problem.isTransient) {
            this.apply({ kind: 'failed', clientMessageId: next.clientMessageId, problem: problem.message });
            continue;
          }
          this.apply({ kind: 'disconnected' });
          await this.pause(problem.retryAfter === null ? backoff(failures++) : problem.retryAfter * 1000);
        }
      }
    } finally {
      this.pumping = false;
    }
  }

  /** Waits a moment for the message's event, so that messages do not overtake each other on the screen. */
  private async settled(clientMessageId: string): Promise<void> {
    for (let i = 0; i < 40; i++) {
      if (!this.state.conversation.outgoing.some((o) => o.clientMessageId === clientMessageId && o.state === 'sending')) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async ensureSession(): Promise<api.Session> {
    if (this.session === null) {
      this.session = await api.startConversation(this.store, navigator.language, this.token);
      this.memory.session = this.session;
      this.connect(this.session);
    }
    return this.session;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.wake = done;
    });
  }

  private async loadProfile(failures: number): Promise<void> {
    try {
      this.set({ profile: await api.getProfile(this.store), unreachable: false });
    } catch {
      this.set({ unreachable: true });
      await new Promise((resolve) => setTimeout(resolve, backoff(failures)));
      await this.loadProfile(failures + 1);
    }
  }
}
