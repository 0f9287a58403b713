import type { Session, StoreProfile } from './api';
import { backoff } from './backoff';
import type { ChatServices, ChatState } from './chatState';
import { emptyConversation, follow, type Frame } from './follower';
import { Identity } from './identity';
import { isStale, Outbox } from './outbox';
import { Problem } from './problem';
import type { FormAnswer } from './protocol';
import { Sender } from './sender';
import { Store } from './store';
import type { TabNote } from './tabs';

export const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/** One customer's chat with a store: the conversation, its connection, and the messages on their way out. */
export class ChatClient extends Store<ChatState> {
  private readonly outbox: Outbox;
  private readonly identity: Identity;
  private session: Session | null;
  /** Whose conversation the next one is. */
  private token: string | undefined;
  private connection: { close(): void; setTyping(isTyping: boolean): void } | null = null;
  private closed = false;
  private readonly sender: Sender;

  constructor(
    private readonly services: ChatServices,
    profile: StoreProfile | null,
  ) {
    super({
      profile,
      conversation: emptyConversation,
      connection: 'idle',
      unreachable: profile === null,
      restoring: services.memory.read('session') !== null,
      readSeq: services.memory.read<number>('read') ?? 0,
      preChatDone: services.memory.read('form') !== null || services.memory.read('formDone') !== null,
      heldBack: null,
    });
    const { memory, tabs, refresh } = services;
    this.outbox = new Outbox(memory);
    this.identity = new Identity(memory, refresh);
    this.sender = new Sender(services, this.outbox, {
      apply: (frame) => this.apply(frame),
      session: () => this.ensureSession(),
      lose: (code) => this.lose(code),
      holdBack: (heldBack) => this.set({ heldBack }),
    });
    this.session = memory.read<Session>('session');
    tabs.listen((note) => this.hear(note));
    this.syncOutbox();
    if (profile === null) void this.loadProfile(0);
    if (this.session !== null) this.connect(this.session);
    if (refresh !== undefined) void this.renew().catch(() => undefined);
    void this.sender.run();
  }

  close(): void {
    this.closed = true;
    this.connection?.close();
    this.services.tabs.close();
    this.sender.close();
  }

  /** The network may be back. */
  tryNow(): void {
    this.sender.tryNow();
  }

  send(text: string, attachments: readonly string[] = []): void {
    const message = { clientMessageId: newId(), text, ...(attachments.length === 0 ? {} : { attachments }) };
    this.outbox.add(message, this.services.now());
    this.syncOutbox();
    this.services.tabs.tell('outbox');
    void this.sender.run();
  }

  /** Sends a message again that failed or has waited for long. */
  retry(clientMessageId: string): void {
    this.outbox.change(clientMessageId, ({ problem: _, ...kept }) => ({ ...kept, at: this.services.now() }));
    this.apply({ kind: 'outgoing', clientMessageId, state: 'waiting' });
    this.services.tabs.tell('outbox');
    void this.sender.run();
  }

  discard(clientMessageId: string): void {
    this.outbox.remove(clientMessageId);
    this.apply({ kind: 'discard', clientMessageId });
    this.services.tabs.tell('outbox');
  }

  setTyping(isTyping: boolean): void {
    this.connection?.setTyping(isTyping);
  }

  stop(): void {
    if (this.session !== null) this.services.api.cancelTurn(this.session).catch(() => undefined);
  }

  /** Leaves this conversation; the next message begins another of the same customer. */
  startOver(): void {
    this.token = this.session?.visitorToken;
    this.leave();
    for (const { clientMessageId } of this.outbox.list()) this.outbox.remove(clientMessageId);
    this.services.tabs.tell('session');
  }

  /** Everything up to here has been seen. */
  markRead(seq: number): void {
    if (seq <= this.state.readSeq) return;
    this.services.memory.write('read', seq);
    this.set({ readSeq: seq });
    this.services.tabs.tell('read');
  }

  /** Keeps the answers of the form before the chat until there is a conversation that they belong to. */
  fillPreChat(answer: FormAnswer): void {
    this.services.memory.write('form', answer);
    this.set({ preChatDone: true });
  }

  /** Takes the chat over to the customer of a token; everything of another one is wiped first. */
  identify(token: string): void {
    const isOther = !this.identity.isSame(token);
    if (isOther) this.wipe();
    this.identity.take(token);
    if (isOther) this.services.tabs.tell('wiped');
    this.services.onIdentity(this.identity.customer);
    if (this.session !== null) this.hold({ ...this.session, visitorToken: token });
    void this.sender.run();
  }

  /** Forgets the customer and everything of them. */
  logout(): void {
    this.identity.token = undefined;
    this.wipe();
    this.services.tabs.tell('wiped');
    this.services.onIdentity(null);
  }

  /** Does something in the conversation, which is begun if need be; once more with a new token when the old one is over. */
  async within<T>(action: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.services.tabs.exclusively(() => this.ensureSession());
    try {
      return await action(session);
    } catch (e) {
      if (!Problem.of(e).isUnauthenticated || !(await this.renew())) throw e;
      return action(this.session ?? (await this.ensureSession()));
    }
  }

  /** The session that there is, for addresses of what the conversation holds. */
  get current(): Session | null {
    return this.session;
  }

  private apply(frame: Frame): void {
    const before = this.state.conversation;
    const conversation = follow(before, frame);
    if (conversation === before) return;
    this.set({ conversation });
    if (frame.kind !== 'event' || frame.event.type !== 'message-posted') return;
    const message = conversation.messages.at(-1)!;
    if (message.clientMessageId !== undefined) this.outbox.remove(message.clientMessageId);
    if (this.state.connection === 'online') this.services.onMessage(message);
  }

  private connect(session: Session): void {
    this.connection?.close();
    this.connection = this.services.connect(session, {
      frame: (frame) => this.apply(frame),
      state: (connection) => {
        this.set({ connection, ...(connection === 'online' ? { restoring: false } : {}) });
        if (connection === 'online') this.sender.tryNow();
      },
      lost: (code) => void this.lose(code),
      lastSeq: () => this.state.conversation.lastSeq,
    });
  }

  private hold(session: Session): void {
    this.session = session;
    this.services.memory.write('session', session);
    this.connect(session);
  }

  /** Puts the conversation away; what waits to be sent stays. */
  private leave(): void {
    for (const name of ['session', 'read', 'formDone']) this.services.memory.write(name, null);
    this.reset();
  }

  /** Shows no conversation; what the browser keeps may be another tab's. */
  private reset(): void {
    this.connection?.close();
    this.connection = null;
    this.session = null;
    this.set({ conversation: emptyConversation, connection: 'idle', restoring: false, readSeq: 0, preChatDone: false });
  }

  private wipe(): void {
    this.services.memory.clear();
    this.token = undefined;
    this.leave();
  }

  /** The server does not know this conversation or this token (any more): what was not sent goes into a new one. */
  private async lose(code: string): Promise<void> {
    if (code.startsWith('token') && (await this.renew().catch(() => false))) return;
    this.leave();
    // A token that is refused and not renewed is nobody's; the chat goes on as a visitor's.
    if (code.startsWith('token')) this.identity.token = undefined;
    this.token = this.identity.token;
    this.syncOutbox();
    void this.sender.run();
  }

  private async renew(): Promise<boolean> {
    const token = await this.identity.renew();
    if (token !== null) this.identify(token);
    return token !== null;
  }

  /** What another tab did. */
  private hear(note: TabNote): void {
    const { memory } = this.services;
    if (note === 'read') this.set({ readSeq: memory.read<number>('read') ?? 0 });
    if (note === 'wiped') {
      if (!this.identity.isSame(this.identity.token ?? '')) this.identity.token = undefined;
      this.token = undefined;
      this.reset();
    }
    if (note === 'session') {
      const session = memory.read<Session>('session');
      if (session?.conversationId !== this.session?.conversationId) {
        this.reset();
        if (session !== null) this.hold(session);
      }
    }
    this.syncOutbox();
  }

  /** Shows what the outbox holds: messages of this tab, of another one, and of before a reload. */
  private syncOutbox(): void {
    const kept = this.outbox.list();
    const ids = new Set(kept.map((k) => k.clientMessageId));
    const now = this.services.now();
    for (const o of this.state.conversation.outgoing)
      if (!ids.has(o.clientMessageId) && o.state !== 'sent') this.apply({ kind: 'discard', clientMessageId: o.clientMessageId });
    for (const { clientMessageId, text, attachments, problem, ...k } of kept) {
      if (this.state.conversation.messages.some((m) => m.clientMessageId === clientMessageId)) continue;
      const stale = isStale({ clientMessageId, text, ...k }, now);
      const state = problem !== undefined ? 'failed' : stale ? 'stale' : 'waiting';
      this.apply({
        kind: 'queue',
        message: { clientMessageId, text, state, ...(problem === undefined ? {} : { problem }), ...(attachments === undefined ? {} : { attachments }) },
      });
    }
  }

  /** The conversation that there is, of this tab or another, or a new one. Called by one tab at a time. */
  private async ensureSession(): Promise<Session> {
    const { api, memory } = this.services;
    const shared = memory.read<Session>('session');
    if (this.session === null && shared !== null) this.hold(shared);
    if (this.session === null) {
      const own = this.identity.token;
      const begun = await api.startConversation(this.services.locale(), this.services.page(), own ?? this.token);
      this.hold(own === undefined ? begun : { ...begun, visitorToken: own });
      this.services.tabs.tell('session');
    }
    await this.submitPreChat(this.session!);
    return this.session!;
  }

  private async submitPreChat(session: Session): Promise<void> {
    const { api, memory } = this.services;
    const answer = memory.read<FormAnswer>('form');
    if (answer === null) return;
    try {
      await api.submitForm(session, answer);
    } catch (e) {
      if (Problem.of(e).isTransient) throw e;
    }
    memory.write('form', null);
    memory.write('formDone', true);
  }

  private async loadProfile(failures: number): Promise<void> {
    try {
      this.set({ profile: await this.services.api.getProfile(), unreachable: false });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, backoff(failures)));
      if (!this.closed) await this.loadProfile(failures + 1);
    }
  }
}
