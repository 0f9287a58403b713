import { newId } from '../../follow/chatClient';
import { Problem } from '../../follow/problem';
import type { Line, Priority } from '../api/wire';
import { withPending } from '../state/lines';
import { problemText, say } from '../words';
import type { StaffClient } from './staffClient';

type Patch = Partial<Line>;

/** What can be done with a conversation. Each shows its effect at once and takes it back if the server refuses. */
export class Commands {
  private readonly claims = new Map<string, Promise<boolean>>();

  constructor(private readonly client: StaffClient) {}

  /** Whether a claim is on its way: the line says already what is not sure yet. */
  isClaiming(id: string): boolean {
    return this.claims.has(id);
  }

  /** Takes the floor; false when another agent was first. Asking twice is asking once. */
  claim(id: string): Promise<boolean> {
    const claim = this.claims.get(id) ?? this.claimOnce(id).finally(() => this.claims.delete(id));
    this.claims.set(id, claim);
    return claim;
  }

  private claimOnce(id: string): Promise<boolean> {
    const { agentId, agentName } = this.client.state.seat;
    return this.optimistic(id, { status: 'with-agent', agentId, agentName }, async () => {
      const { won, agentName: winner } = await this.client.api.claim(id);
      if (!won) this.client.toast(say('claimLost', { name: winner }), undefined, true);
      return won;
    });
  }

  release(id: string, desk?: string, note?: string): Promise<boolean> {
    const patch: Patch = desk === undefined ? { status: 'open' } : { status: 'waiting', desk };
    return this.simple(id, 'release', { ...(desk === undefined ? {} : { desk }), ...(note === undefined || note === '' ? {} : { note }) }, patch);
  }

  escalate(id: string): Promise<boolean> {
    return this.simple(id, 'escalate', { reason: 'pulled' }, { status: 'waiting' });
  }

  transfer(id: string, to: { agentId: string } | { desk: string }, note?: string): Promise<boolean> {
    const patch: Patch = 'desk' in to ? { status: 'waiting', desk: to.desk } : { status: 'with-agent', agentId: to.agentId, agentName: this.nameOf(to.agentId) };
    return this.simple(id, 'transfer', { ...to, ...(note === undefined || note === '' ? {} : { note }) }, patch);
  }

  assign(id: string, agentId: string): Promise<boolean> {
    return this.simple(id, 'assign', { agentId }, { status: 'with-agent', agentId, agentName: this.nameOf(agentId) });
  }

  async resolve(id: string): Promise<boolean> {
    const done = this.simple(id, 'resolve', {}, { status: 'resolved' });
    this.client.toast(say('resolvedToast'), () => void done.then(() => this.reopen(id)));
    return done;
  }

  reopen(id: string): Promise<boolean> {
    return this.simple(id, 'reopen', {}, { status: 'open' });
  }

  snooze(id: string, until: string | null): Promise<boolean> {
    const before = this.shown(id)?.snoozedUntil || null;
    // An empty time never lies ahead, which is what not being snoozed means.
    const done = this.simple(id, 'snooze', { until }, { snoozedUntil: until ?? '' });
    if (until !== null) this.client.toast(say('snoozedToast'), () => void done.then(() => this.snooze(id, before)));
    return done;
  }

  setSpam(id: string, isSpam: boolean): Promise<boolean> {
    const done = this.simple(id, 'spam', { isSpam }, { isSpam });
    if (isSpam) this.client.toast(say('spamToast'), () => void done.then(() => this.setSpam(id, false)));
    return done;
  }

  tag(id: string, add: readonly string[], remove: readonly string[]): Promise<boolean> {
    const tags = (this.shown(id)?.tags ?? []).filter((t) => !remove.includes(t) && !add.includes(t));
    return this.simple(id, 'tags', { add, remove }, { tags: [...tags, ...add] });
  }

  setPriority(id: string, priority: Priority): Promise<boolean> {
    return this.simple(id, 'priority', { priority }, { priority });
  }

  async stop(id: string): Promise<void> {
    await this.quietly(() => this.client.api.stop(id));
  }

  async setApproval(id: string, required: boolean): Promise<void> {
    await this.quietly(() => this.client.api.setApproval(id, required));
  }

  async approve(id: string, draftId: string, text?: string): Promise<void> {
    await this.quietly(() => this.client.api.command(id, `drafts/${draftId}:approve`, text === undefined ? {} : { text }));
  }

  async reject(id: string, draftId: string, guidance: string): Promise<void> {
    await this.quietly(() => this.client.api.command(id, `drafts/${draftId}:reject`, guidance === '' ? {} : { guidance }));
  }

  async acceptOffer(offerId: string, conversationId: string): Promise<void> {
    const { agentId } = this.client.state.seat;
    this.client.dispatch({ type: 'offers', offers: this.client.state.offers.filter((o) => o.offerId !== offerId) });
    this.client.go('inbox', 'mine', undefined, conversationId);
    await this.quietly(() => this.client.api.acceptOffer(offerId, agentId));
  }

  async declineOffer(offerId: string): Promise<void> {
    const { agentId } = this.client.state.seat;
    this.client.dispatch({ type: 'offers', offers: this.client.state.offers.filter((o) => o.offerId !== offerId) });
    await this.quietly(() => this.client.api.declineOffer(offerId, agentId));
  }

  private async simple(id: string, name: string, body: object, patch: Patch): Promise<boolean> {
    return this.optimistic(id, patch, async () => {
      await this.client.api.command(id, name, body);
      return true;
    });
  }

  private async optimistic(conversationId: string, patch: Patch, run: () => Promise<boolean>): Promise<boolean> {
    const change = { id: newId(), conversationId, patch, seq: this.client.state.lines.get(conversationId)?.lastSeq ?? 0 };
    this.client.dispatch({ type: 'asked', change });
    let isDone = false;
    try {
      isDone = await run();
    } catch (e) {
      this.client.toast(problemText(Problem.of(e).code), undefined, true);
    }
    this.client.dispatch({ type: 'answered', id: change.id, isDone });
    return isDone;
  }

  private async quietly(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (e) {
      this.client.tellProblem(e);
    }
  }

  private nameOf(agentId: string): string {
    return this.client.state.agents.get(agentId)?.profile.name ?? agentId;
  }

  private shown(id: string): Line | undefined {
    const line = this.client.state.lines.get(id);
    return line === undefined ? undefined : withPending(line, this.client.state.pending);
  }
}
