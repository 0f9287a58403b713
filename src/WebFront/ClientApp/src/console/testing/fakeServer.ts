import type { WireEvent } from '../../follow/protocol';
import type { AgentView, Line, Session } from '../api/wire';
import { fits } from '../state/lines';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

type Push = (target: string, argument: unknown) => void;
type Body = Readonly<Record<string, unknown>>;

interface Connection {
  readonly push: Push;
  readonly open: Set<string>;
  isWatching: boolean;
}

const me = 'ada';

/** A server of one store in memory, with the interface that the console is written to. For tests. */
export class FakeServer {
  session: Session | null = {
    email: 'ada@example.com', name: 'Ada Lovelace', csrf: 'token', twoFactor: false,
    stores: [{ store: 'demo', name: 'Kestrel Coffee', agentId: me, agentName: 'Ada', role: 'supervisor' }],
  };
  readonly lines = new Map<string, Line>();
  readonly logs = new Map<string, WireEvent[]>();
  readonly agents: AgentView[] = [{ agentId: me, profile: { name: 'Ada', role: 'supervisor', slots: 4 }, presence: 'online', conversations: 0 }];
  /** What the store has beside its conversations, by the end of the address. What is absent is not built. */
  readonly things = new Map<string, unknown>();
  /** Everything that was asked for, as `POST /api/…`. */
  readonly asked: string[] = [];
  readonly posted: { readonly path: string; readonly body: Body }[] = [];
  /** Refuses a request in place of an answer. */
  refuse: (method: string, path: string) => Reply | null = () => null;
  now = () => new Date().toISOString();
  private readonly connections = new Set<Connection>();

  /** Adds a conversation with a message of the customer's. */
  start(id: string, text: string, line: Partial<Line> = {}): void {
    this.lines.set(id, {
      conversationId: id, status: 'open', contactId: `contact-${id}`, channel: 'widget', priority: 'normal', tags: [], isSpam: false, lastSeq: 0, startedAt: this.now(), updatedAt: this.now(), ...line,
    });
    this.append(id, 'message-posted', { messageId: `${id}-1`, role: 'customer', text });
  }

  /** Appends an event and tells whoever watches; `change` is what it does to the line. */
  append(id: string, type: string, data: Body, change: Partial<Line> = {}, at = this.now()): WireEvent {
    const log = this.logs.get(id) ?? [];
    const event: WireEvent = { seq: log.length + 1, type, at, data };
    this.logs.set(id, [...log, event]);
    const last = type === 'message-posted' ? { lastMessage: { role: String(data['role']), text: String(data['text']).slice(0, 160), at, ...(typeof data['author'] === 'string' ? { author: data['author'] } : {}) } } : {};
    this.lines.set(id, { ...this.lines.get(id)!, ...last, ...change, lastSeq: event.seq, updatedAt: at });
    for (const c of this.connections) {
      if (c.open.has(id)) c.push('event', { conversationId: id, ...event });
      if (c.isWatching) c.push('lines', { store: 'demo', lines: [this.lines.get(id)] });
      if (c.isWatching) c.push('counts', { store: 'demo', ...this.counts() });
    }
    return event;
  }

  /** Sends a live frame to those who have the conversation open. */
  live(target: string, id: string, frame: Body): void {
    for (const c of this.connections) if (c.open.has(id)) c.push(target, { conversationId: id, ...frame });
  }

  tellAll(target: string, frame: Body): void {
    for (const c of this.connections) c.push(target, { store: 'demo', ...frame });
  }

  connect(push: Push): { invoke: (target: string, argument: Body) => unknown; close: () => void } {
    const connection: Connection = { push, open: new Set(), isWatching: false };
    this.connections.add(connection);
    return { invoke: (target, argument) => this.invoke(connection, target, argument), close: () => this.connections.delete(connection) };
  }

  request(method: string, address: string, body: Body = {}): Reply {
    const [path, query] = address.split('?') as [string, string | undefined];
    this.asked.push(`${method} ${path}`);
    const refused = this.refuse(method, path);
    if (refused !== null) return refused;
    if (method !== 'GET') this.posted.push({ path, body });
    if (path === '/api/session') return this.session === null ? { status: 401, body: { code: 'session_missing' } } : { status: method === 'DELETE' ? 204 : 200, body: this.session };
    if (path === '/api/stores/demo/conversations') return { status: 200, body: this.list(new URLSearchParams(query)) };
    const command = /^\/api\/conversations\/([^/]+)\/(.+)$/.exec(path);
    if (command !== null && this.lines.has(command[1]!)) return this.command(method, command[1]!, command[2]!, body);
    const thing = this.things.get(path.split('/').at(-1)!);
    return thing === undefined ? { status: 404, body: { code: 'not_found' } } : { status: 200, body: thing };
  }

  private invoke(connection: Connection, target: string, { conversationId, after }: Body): unknown {
    switch (target) {
      case 'watch':
        connection.isWatching = true;
        return { counts: this.counts(), agents: this.agents, me: this.agents[0] };
      case 'open': {
        const id = String(conversationId);
        if (!this.lines.has(id)) throw new Error('HubException: conversation_not_found: There is no such conversation.');
        connection.open.add(id);
        for (const event of this.logs.get(id)!) if (event.seq > Number(after)) connection.push('event', { conversationId: id, ...event });
        return { line: this.lines.get(id), lastSeq: this.logs.get(id)!.length, viewers: [] };
      }
      case 'close':
        connection.open.delete(String(conversationId));
        return null;
      default:
        return this.agents[0];
    }
  }

  private list(query: URLSearchParams): unknown {
    const view = query.get('view') as 'all' | null;
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    const found = [...this.lines.values()].filter((l) => fits(l, view === null ? {} : { view }, { agentId: me, desks: [] }, Date.now()));
    return { conversations: found.slice(from, from + limit), cursor: from + limit < found.length ? String(from + limit) : null };
  }

  private counts(): Record<string, number> {
    const count = (view: 'mine') => [...this.lines.values()].filter((l) => fits(l, { view }, { agentId: me, desks: [] }, Date.now())).length;
    return Object.fromEntries(['mine', 'waiting', 'unassigned', 'assistant', 'others', 'all', 'snoozed', 'mentions'].map((v) => [v, v === 'mentions' ? 0 : count(v as 'mine')]));
  }

  private command(method: string, id: string, name: string, body: Body): Reply {
    const by = { agentId: me, name: 'Ada' };
    const changed = { status: 200, body: { changed: true } };
    const posted = (type: string, data: Body): Reply => {
      const before = this.logs.get(id)!.find((e) => e.data['clientMessageId'] === body['clientMessageId']);
      const event = before ?? this.append(id, type, { ...data, text: body['text'], clientMessageId: body['clientMessageId'] });
      return { status: 202, body: { seq: event.seq, duplicate: before !== undefined } };
    };
    switch (`${method} ${name}`) {
      case 'POST claim': {
        const { agentId, agentName } = this.lines.get(id)!;
        if (agentId !== undefined && agentId !== me) return { status: 200, body: { won: false, agentId, agentName } };
        this.append(id, 'agent-joined', { agentId: me, agentName: 'Ada' }, { status: 'with-agent', agentId: me, agentName: 'Ada' });
        return { status: 200, body: { won: true, agentId: me, agentName: 'Ada' } };
      }
      case 'POST agent-messages':
        return posted('message-posted', { messageId: String(body['clientMessageId']), role: 'agent', author: 'Ada' });
      case 'POST notes':
        return posted('note-added', { agentId: me, author: 'Ada' });
      case 'POST whispers':
        return posted('whispered', { agentId: me, author: 'Ada' });
      case 'POST resolve':
        this.append(id, 'resolved', { by: 'staff' }, { status: 'resolved' });
        return changed;
      case 'POST tags': {
        const { add, remove } = body as { add: string[]; remove: string[] };
        this.append(id, 'tagged', { added: add, removed: remove, by }, { tags: [...this.lines.get(id)!.tags.filter((t) => !remove.includes(t)), ...add] });
        return changed;
      }
      case 'POST priority':
        this.append(id, 'priority-set', { priority: body['priority'], by }, { priority: body['priority'] as Line['priority'] });
        return changed;
      case 'PUT approval':
        this.append(id, 'approval-set', { required: body['required'], by });
        return changed;
      default: {
        const thing = this.things.get(`${id}/${name}`) ?? this.things.get(name);
        return thing === undefined ? { status: 404, body: { code: 'not_found' } } : { status: 200, body: typeof thing === 'function' ? (thing as (id: string, body: Body) => unknown)(id, body) : thing };
      }
    }
  }
}
