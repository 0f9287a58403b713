import type { Session, StoreProfile } from './api';
import { backoff } from './backoff';
import type { ChatConnection, ChatServices, ChatState } from './chatState';
import { windowSize } from './connection';
import { emptyConversation, follow, type Frame } from './follower';
import { Identity } from './identity';
import { isStale, Outbox } from './outbox';
import { PreChat } from './preChat';
import { Problem } from './problem';
import type { FormAnswer } from './protocol';
import { Sender } from './sender';
import { Store } from './store';
import type { TabNote } from './tabs';

const mostUnread = 4 * windowSize;

export const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/** One customer's chat with a store: the conversation, its connection, and the messages on their way out. */
export class ChatClient extends Store<ChatState> {
  private readonly outbox: Outbox;
  private readonly identity: Identity;
  private readonly preChat: PreChat;
  private session: Session | null;
  /** Whose conversation the next one is. */
  private token: string | undefined;
  private connection: ChatConnection | null = null;
  private isReading = false;
  /** How often a customer was forgotten. */
  private wipes = 0;
  private closed = false;
  private readonly sender: Sender;

  constructor(
    private readonly services: ChatServices,
    profile: StoreProfile | null,
  ) {
    const preChat = new PreChat(services);
    super({
      profile,
      conversation: emptyConversation,
      connection: 'idle',
      unreachable: profile === null,
      restoring: services.memory.read('session') !== null,
      readSeq: services.memory.read<number>('read') ?? 0,
      preChatDone: preChat.isDone,
      refusedForm: preChat.refused,
      heldBack: null,
    });
    const { memory, tabs, refresh } = services;
    this.preChat = preChat;
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

  /** Reads the events before those that are here, if there are any; when it fails it is asked for again. */
  async readEarlier(): Promise<void> {
    const { begins } = this.state.conversation;
    const connection = this.connection;
    if (begins === 0 || this.isReading || connection === null) return;
    this.isReading = true;
    const after = Math.max(0, begins - windowSize);
    const events = await connection.read(after, begins - after).catch(() => null);
    this.isReading = false;
    if (events === null || this.connection !== connection) return;
    this.apply({ kind: 'earlier', begins: after, events });
    this.readUnread();
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
    this.preChat.fill(answer);
    this.set({ preChatDone: true });
  }

  /** Answers again what was refused. */
  async correctForm(answer: FormAnswer): Promise<void> {
    await this.within((session) => this.services.api.submitForm(session, answer));
    this.preChat.settle();
    this.set({ refusedForm: null });
  }

  /** Takes the chat over to the customer of a token: a visitor's conversation goes along, another customer's is wiped first. */
  identify(token: string): void {
    const isOther = !this.identity.isSame(token);
    if (isOther && this.identity.customer === null) return void this.signIn(token);
    if (isOther) this.wipe();
    this.identity.take(token);
    if (isOther) this.services.tabs.tell('wiped');
    this.services.onIdentity(this.identity.customer);
    if (this.session !== null) this.hold({ ...this.session, visitorToken: token });
    void this.sender.run();
  }

  /** Tries until the server has the visitor's conversation for the customer's, or will not have it. */
  private async signIn(token: string): Promise<void> {
    this.identity.token = token;
    this.token = undefined;
    for (let failures = 0; !this.closed && this.identity.token === token; ) {
      const problem = await this.services.tabs.exclusively(() => this.carryOver(token)).then(() => null, Problem.of);
      if (problem === null) return;
      if (!problem.isTransient) {
        this.wipe();
        this.services.tabs.tell('wiped');
        return this.identify(token);
      }
      await new Promise((resolve) => setTimeout(resolve, backoff(failures++)));
    }
  }

  private async carryOver(token: string): Promise<void> {
    const session = this.services.memory.read<Session>('session');
    // Another tab may have done it, or the page may have named another customer.
    if (this.identity.token !== token) return;
    if (session !== null && !this.identity.isSame(token)) await this.services.api.identify(session, token);
    if (this.identity.token !== token) return;
    this.identity.take(token);
    if (session !== null) {
      this.hold({ ...session, visitorToken: token });
      this.services.tabs.tell('session');
    }
    this.services.onIdentity(this.identity.customer);
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

  /** What was not seen yet has to be here to be counted and divided from the rest; up to a limit, since nobody reads thousands. */
  private readUnread(): void {
    const { begins, lastSeq } = this.state.conversation;
    if (this.state.readSeq > 0 && begins > this.state.readSeq && lastSeq - begins < mostUnread) void this.readEarlier();
  }

  private connect(session: Session): void {
    this.connection?.close();
    this.connection = this.services.connect(session, {
      frame: (frame) => this.apply(frame),
      state: (connection) => {
        this.set({ connection, ...(connection === 'online' ? { restoring: false } : {}) });
        if (connection !== 'online') return;
        this.sender.tryNow();
        this.readUnread();
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
    for (const name of ['session', 'read', 'formDone', 'refused']) this.services.memory.write(name, null);
    this.reset();
  }

  /** Shows no conversation; what the browser keeps may be another tab's. */
  private reset(): void {
    this.connection?.close();
    this.connection = null;
    this.session = null;
    this.set({ conversation: emptyConversation, connection: 'idle', restoring: false, readSeq: 0, preChatDone: false, refusedForm: null });
  }

  private wipe(): void {
    this.services.memory.clear();
    this.forget();
    this.leave();
    this.services.onWiped();
  }

  /** What is still on its way was the last customer's. */
  private forget(): void {
    this.token = undefined;
    this.wipes++;
  }

  /** The server does not know this conversation or this token (any more): what was not sent goes into a new one. */
  private async lose(code: string): Promise<void> {
    const kept = this.services.memory.read<Session>('session');
    // Another tab has signed in.
    if (kept !== null && kept.conversationId === this.session?.conversationId && kept.visitorToken !== this.session.visitorToken) return this.hold(kept);
    if (code.startsWith('token') && (await this.renew().catch(() => false))) return;
    this.leave();
    // A token that is refused and not renewed is nobody's; the chat goes on as a visitor's.
    if (code.startsWith('token')) this.identity.token = undefined;
    this.token = this.identity.token;
    this.syncOutbox();
    void this.sender.run();
  }

  /** A fresh token of the page's customer is taken; false when there is none. */
  private async renew(): Promise<boolean> {
    const token = await this.identity.renew();
    if (token !== null) this.identify(token);
    return token !== null;
  }

  /** All that is kept of the chat, for a window of its own. */
  get kept(): Readonly<Record<string, unknown>> {
    return this.services.memory.all;
  }

  /** Goes on with what another window of the same chat keeps. */
  take(kept: Readonly<Record<string, unknown>>): void {
    const { memory, tabs } = this.services;
    const { customer } = this.identity;
    for (const name of memory.names('')) if (!Object.hasOwn(kept, name)) memory.write(name, null);
    for (const [name, value] of Object.entries(kept)) memory.write(name, value);
    this.hear('session');
    this.hear('read');
    if (customer !== null && customer !== this.identity.customer) this.services.onWiped();
    this.set({ preChatDone: this.preChat.isDone, refusedForm: this.preChat.refused });
    for (const note of ['session', 'read'] as const) tabs.tell(note);
    void this.sender.run();
  }

  /** What another tab did. */
  private hear(note: TabNote): void {
    const { memory } = this.services;
    if (note === 'read') this.set({ readSeq: memory.read<number>('read') ?? 0 });
    if (note === 'wiped') {
      if (!this.identity.isSame(this.identity.token ?? '')) this.identity.token = undefined;
      this.forget();
      this.reset();
      this.services.onWiped();
      this.services.onIdentity(this.identity.customer);
    }
    if (note === 'session') {
      const session = memory.read<Session>('session');
      if (session?.conversationId !== this.session?.conversationId) this.reset();
      if (session !== null && session.visitorToken !== this.session?.visitorToken) this.hold(session);
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
    const { wipes } = this;
    const stay = () => {
      if (this.wipes !== wipes) throw new Problem('offline', 'The customer has left.', 0);
    };
    const shared = memory.read<Session>('session');
    if (this.session === null && shared !== null) this.hold(shared);
    if (this.session === null) {
      const own = this.identity.token;
      const begun = await api.startConversation(this.services.locale(), this.services.page(), own ?? this.token);
      stay();
      this.hold(own === undefined ? begun : { ...begun, visitorToken: own });
      this.services.tabs.tell('session');
    }
    await this.preChat.submit(this.session!);
    stay();
    this.set({ refusedForm: this.preChat.refused });
    return this.session!;
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
