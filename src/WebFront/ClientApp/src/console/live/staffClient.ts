import { Memory } from '../../follow/memory';
import { Outbox } from '../../follow/outbox';
import { Problem } from '../../follow/problem';
import { Store } from '../../follow/store';
import { StaffApi } from '../api/staffApi';
import type { Offer, Presence, Session, StoreSeat } from '../api/wire';
import { Unsaved } from '../settings/unsaved';
import { type Place, filterOf } from '../state/lines';
import { type Action, reduce } from '../state/reduce';
import { emptyState, type Outgoing, type Page, type SettingsPart, type StaffState } from '../state/staffState';
import { lastOf } from '../state/thread';
import { refusalText } from '../words';
import { Commands } from './commands';
import { readFrame } from './frames';
import { HeldBack } from './heldBack';
import { Presences } from './presences';
import { Replies } from './replies';
import { type HubListener, StaffHub } from './staffHub';
import { Translations } from './translations';

const pageSize = 100;
/** How many conversations are followed at once; the hub lets 20. */
const mostOpen = 8;
/** How many that are offered are followed before anybody has accepted them. */
const mostAhead = 3;
const tick = 5_000;
const recoveredShown = 6_000;
const toastShown = 5_000;
const keptRead = 2_000;

/** One store's console: its state, its connection, and everything that can be done. */
export class StaffClient extends Store<StaffState> {
  readonly unsaved = new Unsaved();
  readonly api: StaffApi;
  readonly memory: Memory;
  readonly commands: Commands;
  readonly replies: Replies;
  readonly heldBack: HeldBack;
  readonly translations: Translations;
  private readonly hub: StaffHub;
  private readonly presences: Presences;
  private readonly clock: ReturnType<typeof setInterval>;
  private readonly followed: string[] = [];
  private hasBeenOnline = false;
  /** What the store has beside its conversations, as far as it is neither here nor asked for. */
  private readonly missing = new Set([
    async () => this.set({ canned: await this.api.canned() }),
    async () => this.set({ macros: await this.api.macros() }),
    async () => this.set({ copilot: await this.api.copilot() }),
    () => this.loadViews(),
  ]);

  constructor(seat: StoreSeat, session: Session, onSignedOut: () => void, onSuspect: () => void) {
    super(emptyState(seat, Date.now()));
    this.api = new StaffApi(seat.store, session.csrf, onSignedOut);
    // A store's id has no slash, so no store's own chat keeps anything under this name.
    this.memory = new Memory(`console/${seat.store}/${seat.agentId}`);
    this.set({ read: new Map(this.memory.read<[string, number][]>('read') ?? []), sort: this.memory.read<StaffState['sort']>('sort') ?? 'newest' });
    this.commands = new Commands(this);
    this.replies = new Replies(this, new Outbox<Outgoing>(this.memory));
    this.heldBack = new HeldBack(this);
    this.translations = new Translations(this);
    this.hub = new StaffHub(`${location.origin.replace(/^http/, 'ws')}/hubs/staff`, seat.store, this.listener(onSuspect));
    this.presences = new Presences(this.hub, () => this.state.selected);
    this.clock = setInterval(() => this.set({ now: Date.now() }), tick);
    this.loadMissing();
  }

  readonly dispatch = (action: Action): void => {
    const next = reduce(this.state, action);
    if (next !== this.state) this.set(next);
  };

  close(): void {
    clearInterval(this.clock);
    this.heldBack.close();
    this.presences.close();
    this.replies.close();
    this.hub.close();
  }

  /** Goes to a page, once what is not saved may be given up, and shows a conversation there, or by null none. */
  go(page: Page, view: Place = this.state.view, part: SettingsPart = this.state.part, conversationId?: string | null): void {
    const isThere = page === 'settings' && this.state.page === page && this.state.part === part;
    if (isThere) return;
    this.unsaved.leave(() => {
      this.set({ page, view, part, checked: new Set() });
      if (page === 'inbox' && !this.state.pages.has(view)) void this.loadPage();
      if (conversationId !== undefined) this.select(conversationId);
    });
  }

  /** Shows a conversation: what is known of it at once, and then what is new. */
  select(conversationId: string | null): void {
    this.set({ selected: conversationId });
    // What is not open yet cannot be looked at: `opened` tells then, and until then the open itself has nothing before it.
    if (conversationId === null || this.followed.includes(conversationId)) this.presences.seen();
    if (conversationId === null) return;
    this.follow(conversationId);
    this.markRead(conversationId);
    this.api.context(conversationId).then((context) => this.dispatch({ type: 'context', context })).catch(() => undefined);
  }

  /** Fetches the next page of the view that is shown, or its first one again. */
  async loadPage(again = false): Promise<void> {
    const { view, pages, views } = this.state;
    const page = pages.get(view);
    if (page?.isLoading === true || (page?.isComplete === true && !again)) return;
    this.dispatch({ type: 'page-loading', view });
    try {
      const { conversations, cursor } = await this.api.list(filterOf(view, views), again ? null : (page?.cursor ?? null), pageSize);
      this.dispatch({ type: 'page', view, lines: conversations, cursor: cursor ?? null, isFirst: again || page === undefined, isFresh: again });
    } catch (e) {
      this.dispatch({ type: 'page-failed', view, code: Problem.of(e).code });
    }
  }

  setTyping(isTyping: boolean): void {
    this.presences.setTyping(isTyping);
  }

  async setPresence(presence: Presence): Promise<void> {
    const { me } = this.state;
    if (me !== null) this.dispatch({ type: 'agents', agents: [{ ...me, presence }] });
    try {
      await this.presences.set(presence);
    } catch (e) {
      if (me !== null) this.dispatch({ type: 'agents', agents: [me] });
      this.tellProblem(e);
    }
  }

  setSort(sort: StaffState['sort']): void {
    this.memory.write('sort', sort);
    this.set({ sort });
  }

  toast(text: string, undo?: () => void, isProblem = false): string {
    const id = `${Date.now()}-${text}`;
    this.dispatch({ type: 'toast', toast: { id, text, isProblem, ...(undo === undefined ? {} : { undo }) } });
    setTimeout(() => this.dispatch({ type: 'toast-over', id }), toastShown);
    return id;
  }

  tellProblem(error: unknown): void {
    this.toast(refusalText(error), undefined, true);
  }

  /** Everything of a conversation that is here has been seen. */
  markRead(conversationId: string): void {
    const seq = Math.max(this.state.lines.get(conversationId)?.lastSeq ?? 0, lastOf(this.state.threads.get(conversationId)));
    this.dispatch({ type: 'read', conversationId, seq });
    this.memory.write('read', [...this.state.read].slice(-keptRead));
  }

  async loadReplies(): Promise<void> {
    const [canned, macros] = await Promise.all([this.api.canned(), this.api.macros()]);
    this.set({ canned, macros });
  }

  async loadViews(): Promise<void> {
    this.set({ views: await this.api.views() });
  }

  private listener(onSuspect: () => void): HubListener {
    return {
      frame: (target, argument) => this.take(target, argument),
      connecting: () => this.set({ connection: 'connecting' }),
      watched: (reply) => this.dispatch({ type: 'watched', ...reply }),
      opened: (conversationId, { line, viewers }) => {
        this.dispatch({ type: 'lines', lines: [line] });
        this.dispatch({ type: 'frame', conversationId, frame: { kind: 'viewers', viewers } });
        this.dispatch({ type: 'frame', conversationId, frame: { kind: 'settled' } });
        this.presences.seen();
      },
      refused: (conversationId, code) => {
        this.dispatch({ type: 'frame', conversationId, frame: { kind: 'closed', code } });
        this.forget(conversationId);
      },
      online: (missed) => this.comeBack(missed),
      disconnected: () => this.dispatch({ type: 'disconnected' }),
      suspect: onSuspect,
      after: (conversationId) => lastOf(this.state.threads.get(conversationId)),
    };
  }

  private take(target: string, argument: Readonly<Record<string, unknown>>): void {
    const action = readFrame(target, argument, Date.now());
    if (action === null) return;
    this.dispatch(action);
    if (action.type === 'offers') this.followAhead(action.offers);
    if (action.type !== 'frame') return;
    const { conversationId } = action;
    if (action.frame.kind === 'closed') this.forget(conversationId);
    if (action.frame.kind !== 'event') return;
    this.replies.arrived(action.frame.event);
    if (conversationId === this.state.selected && document.visibilityState === 'visible') this.markRead(conversationId);
    // A number is missing: the hub sends everything from the last one that is here.
    const thread = this.state.threads.get(conversationId);
    if (thread?.isOpen === true && thread.ahead.length > 0) this.hub.open(conversationId);
  }

  /** Follows a conversation beside those that were followed last. */
  private follow(conversationId: string): void {
    this.dispatch({ type: 'opened', conversationId });
    const at = this.followed.indexOf(conversationId);
    if (at >= 0) this.followed.splice(at, 1);
    this.followed.push(conversationId);
    if (at < 0) this.hub.open(conversationId);
    while (this.followed.length > mostOpen) this.hub.leave(this.followed.shift()!);
  }

  /** Whoever accepts an offer finds the conversation there already, brief and all. */
  private followAhead(offers: readonly Offer[]): void {
    const { selected } = this.state;
    for (const { conversationId } of offers.slice(0, mostAhead)) if (!this.followed.includes(conversationId)) this.follow(conversationId);
    // What is shown stays the last that would give way.
    if (selected !== null) this.follow(selected);
  }

  /** It is not followed any more; choosing it again tries again. */
  private forget(conversationId: string): void {
    const at = this.followed.indexOf(conversationId);
    if (at >= 0) this.followed.splice(at, 1);
    this.hub.leave(conversationId);
  }

  private comeBack(missed: number): void {
    const isBack = this.hasBeenOnline;
    this.hasBeenOnline = true;
    this.presences.here();
    this.set({ connection: 'online', ...(isBack ? { recovered: missed } : {}) });
    if (isBack) setTimeout(() => this.set({ recovered: null }), recoveredShown);
    void this.loadPage(true);
    this.loadMissing();
    this.replies.tryNow();
  }

  /** Asks for what is missing; what cannot be had now stays empty until the connection is there again. */
  private loadMissing(): void {
    for (const load of [...this.missing]) {
      this.missing.delete(load);
      load().catch(() => this.missing.add(load));
    }
  }
}
