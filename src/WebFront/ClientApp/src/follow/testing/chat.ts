import { vi } from 'vitest';
import type { Api, OutgoingMessage, Session, StoreProfile } from '../api';
import { ChatClient } from '../chatClient';
import type { ChatServices } from '../chatState';
import type { ConnectionEvents } from '../connection';
import { Memory, PageShelf, type Shelf } from '../memory';
import type { Problem } from '../problem';
import type { TabNote, Tabs } from '../tabs';

/** A server that keeps each client id once, and can be down. */
export class Server {
  readonly log: { id: string; text: string; conversation: string }[] = [];
  readonly forms: unknown[] = [];
  readonly tokens: (string | undefined)[] = [];
  readonly identified: [string, string][] = [];
  readonly reads: [number, number][] = [];
  refuseForm: Problem | null = null;
  refuseIdentity: Problem | null = null;
  profile: Partial<StoreProfile> = {};
  begun = 0;
  private gate: Promise<void> = Promise.resolve();
  refuse: (message: OutgoingMessage) => Problem | null = () => null;
  readonly followers: { session: Session; events: ConnectionEvents }[] = [];

  /** Lets no conversation begin until the answer is called. */
  holdUp(): () => void {
    let open = () => {};
    this.gate = new Promise((resolve) => (open = resolve));
    return () => open();
  }

  api(): Api {
    return {
      startConversation: async (_: string, __: unknown, token?: string) => {
        this.tokens.push(token);
        await this.gate;
        return { conversationId: `c${++this.begun}`, visitorToken: token ?? 'visitor' };
      },
      postMessage: async (session: Session, message: OutgoingMessage) => {
        const problem = this.refuse(message);
        if (problem !== null) throw problem;
        if (!this.log.some((m) => m.id === message.clientMessageId))
          this.log.push({ id: message.clientMessageId, text: message.text, conversation: session.conversationId });
        return { seq: this.log.length, duplicate: false };
      },
      submitForm: async (_: Session, answer: unknown) => {
        if (this.refuseForm !== null) throw this.refuseForm;
        this.forms.push(answer);
      },
      getProfile: async () => this.profile,
      identify: async (session: Session, token: string) => {
        if (this.refuseIdentity !== null) throw this.refuseIdentity;
        this.identified.push([session.visitorToken, token]);
      },
    } as unknown as Api;
  }
}

/** Tabs of one browser: they hear each other, and one at a time does what is exclusive. */
export class Browser {
  private readonly all: ((note: TabNote) => void)[] = [];
  private last: Promise<unknown> = Promise.resolve();
  readonly shelf: Shelf = new PageShelf();
  now = 1_000_000_000;

  constructor(readonly server: Server) {}

  open(refresh?: () => Promise<string>, services: Partial<ChatServices> = {}): ChatClient {
    let own: ((note: TabNote) => void) | null = null;
    const tabs: Tabs = {
      tell: (note) => this.all.filter((l) => l !== own).forEach((l) => l(note)),
      listen: (listener) => void this.all.push((own = listener)),
      exclusively: (action) => {
        const next = this.last.then(action);
        this.last = next.catch(() => undefined);
        return next;
      },
      close: () => undefined,
    };
    return new ChatClient(
      {
        api: this.server.api(), memory: new Memory('demo', this.shelf), tabs, refresh,
        connect: (session, events) => {
          this.server.followers.push({ session, events });
          return {
            close: () => undefined, setTyping: () => undefined,
            read: async (after, limit) => {
              this.server.reads.push([after, limit]);
              return Array.from({ length: limit }, (_, i) => event(after + i + 1));
            },
          };
        },
        page: () => ({ url: '', title: '', referrer: '' }), locale: () => 'en', now: () => this.now, onMessage: () => undefined, onProblem: () => undefined, onIdentity: () => undefined, onWiped: () => undefined, ...services,
      },
      { id: 'demo', name: '', assistantName: '', locale: 'en', greeting: '', starterQuestions: [] },
    );
  }
}

export const event = (seq: number) => ({ seq, type: 'message-posted', at: '2026-11-21T10:00:00Z', data: { messageId: `m${seq}`, role: seq % 2 === 0 ? 'customer' : 'agent', text: `${seq}` } });
export const jwt = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.s`;
export const settle = () => vi.advanceTimersByTimeAsync(60_000);
export const texts = (server: Server) => server.log.map((m) => m.text);
