import { newId } from '../../follow/chatClient';
import { Problem } from '../../follow/problem';
import type { BulkAction, Line } from '../api/wire';
import type { Pending } from '../state/lines';
import { problemText, say } from '../words';
import type { StaffClient } from './staffClient';

const heldFor = 5_000;
const mostAtOnce = 100;

interface Held {
  readonly action: BulkAction;
  readonly value: unknown;
  readonly changes: readonly Pending[];
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Does one thing to many conversations. All of it is held back for as long as it can be undone, and shown at once:
 * customers see that a conversation was resolved, and no later command takes that back from them.
 */
export class HeldBack {
  private readonly held = new Map<string, Held>();

  constructor(private readonly client: StaffClient) {
    addEventListener('pagehide', this.flush);
  }

  run(ids: readonly string[], action: BulkAction, value: unknown, patch: (line: Line) => Partial<Line>, label: string): void {
    const changes = ids.flatMap((conversationId) => {
      const line = this.client.state.lines.get(conversationId);
      return line === undefined ? [] : [{ id: newId(), conversationId, patch: patch(line), seq: line.lastSeq }];
    });
    for (const change of changes) this.client.dispatch({ type: 'asked', change });
    const id = newId();
    this.held.set(id, { action, value, changes, timer: setTimeout(() => void this.release(id, false), heldFor) });
    this.client.dispatch({ type: 'set', change: { checked: new Set() } });
    this.client.toast(label, () => this.undo(id));
  }

  /** Sends everything that is held back, because the page goes away. */
  readonly flush = (): void => {
    for (const id of [...this.held.keys()]) void this.release(id, true);
  };

  close(): void {
    this.flush();
    removeEventListener('pagehide', this.flush);
  }

  private undo(id: string): void {
    const held = this.held.get(id);
    if (held === undefined) return;
    clearTimeout(held.timer);
    this.held.delete(id);
    for (const c of held.changes) this.client.dispatch({ type: 'answered', id: c.id, isDone: false });
  }

  private async release(id: string, keepalive: boolean): Promise<void> {
    const held = this.held.get(id);
    if (held === undefined) return;
    clearTimeout(held.timer);
    this.held.delete(id);
    for (let at = 0; at < held.changes.length; at += mostAtOnce) await this.send(held, held.changes.slice(at, at + mostAtOnce), keepalive);
  }

  private async send({ action, value }: Held, changes: readonly Pending[], keepalive: boolean): Promise<void> {
    let failed = new Map<string, string>();
    try {
      const { results } = await this.client.api.bulk(changes.map((c) => c.conversationId), action, value, keepalive);
      failed = new Map(results.flatMap((r) => (r.code === undefined ? [] : [[r.conversationId, r.code]])));
    } catch (e) {
      failed = new Map(changes.map((c) => [c.conversationId, Problem.of(e).code]));
    }
    for (const c of changes) this.client.dispatch({ type: 'answered', id: c.id, isDone: !failed.has(c.conversationId) });
    const [code] = failed.values();
    if (code !== undefined) this.client.toast(say('bulkFailed', { n: failed.size, why: problemText(code.replaceAll('_', '-')) }), undefined, true);
  }
}
