import type { Presence, Viewer } from '../api/wire';
import type { StaffHub } from './staffHub';

/** How often the hub hears of the agent, in milliseconds; it forgets after 30 and 25 seconds. */
const beat = 15_000;
const look = 10_000;
/** Who has not moved for so long looks elsewhere, in milliseconds. */
const idleAfter = 60_000;

/** Tells the others that this agent is there, and what the agent looks at and does there. */
export class Presences {
  private readonly timers: readonly ReturnType<typeof setInterval>[];
  private isTyping = false;
  private movedAt = Date.now();
  private told = '';
  private chosen: Presence | null = null;

  constructor(
    private readonly hub: StaffHub,
    private readonly selected: () => string | null,
  ) {
    this.timers = [setInterval(() => this.here(), beat), setInterval(() => this.seen(), look)];
    document.addEventListener('visibilitychange', this.seen);
    for (const move of ['pointermove', 'keydown'] as const) addEventListener(move, this.moved, { passive: true });
  }

  close(): void {
    this.timers.forEach(clearInterval);
    document.removeEventListener('visibilitychange', this.seen);
    for (const move of ['pointermove', 'keydown'] as const) removeEventListener(move, this.moved);
  }

  /** Says that the agent is there, and what was chosen while nobody could be told. */
  here(): void {
    this.hub.tell('presence', this.chosen === null ? {} : { presence: this.chosen });
    if (this.hub.isOnline) this.chosen = null;
  }

  async set(presence: Presence): Promise<void> {
    if (this.hub.isOnline) await this.hub.invoke('presence', { presence });
    else this.chosen = presence;
  }

  setTyping(isTyping: boolean): void {
    if (isTyping === this.isTyping) return;
    this.isTyping = isTyping;
    this.seen();
  }

  /** Says what is looked at, and that something else no longer is. */
  readonly seen = (): void => {
    const conversationId = this.selected();
    if (this.told !== '' && this.told !== conversationId) {
      this.hub.tell('seeing', { conversationId: this.told, state: 'away' });
      this.isTyping = false;
    }
    this.told = conversationId ?? '';
    if (conversationId !== null) this.hub.tell('seeing', { conversationId, state: this.state() });
  };

  private state(): Viewer['state'] {
    if (document.visibilityState === 'hidden' || Date.now() - this.movedAt > idleAfter) return 'away';
    return this.isTyping ? 'typing' : 'viewing';
  }

  private readonly moved = (): void => {
    const wasIdle = Date.now() - this.movedAt > idleAfter;
    this.movedAt = Date.now();
    if (wasIdle) this.seen();
  };
}
