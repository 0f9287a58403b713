import type { MessageData } from '../../follow/protocol';
import type { StaffClient } from './staffClient';

/** What one request translates at most: messages, and UTF-16 units of text. */
const most = 50;
const longest = 8_000;

/** What was said, in the agent's language beside what was written: asked for as it comes, for as long as it is wanted. */
export class Translations {
  private readonly asking = new Set<string>();

  constructor(private readonly client: StaffClient) {}

  toggle(conversationId: string): void {
    const { translations } = this.client.state;
    const next = new Map(translations);
    if (!next.delete(conversationId)) next.set(conversationId, new Map());
    this.client.dispatch({ type: 'set', change: { translations: next } });
    void this.fill(conversationId);
  }

  /** Asks for what is there and not translated yet, latest first, until nothing is left. */
  async fill(conversationId: string): Promise<void> {
    if (this.asking.has(conversationId)) return;
    this.asking.add(conversationId);
    try {
      for (let seqs = this.missing(conversationId); seqs.length > 0; seqs = this.missing(conversationId)) {
        const { texts } = await this.client.api.translate(conversationId, seqs, navigator.language);
        this.take(conversationId, new Map([...seqs.map((seq): [number, string] => [seq, '']), ...texts.map((t): [number, string] => [t.seq, t.text])]));
      }
    } catch (e) {
      // What is translated stays; the next message is a reason to ask again.
      this.client.tellProblem(e);
    } finally {
      this.asking.delete(conversationId);
    }
  }

  private missing(conversationId: string): number[] {
    const known = this.client.state.translations.get(conversationId);
    const events = this.client.state.threads.get(conversationId)?.events ?? [];
    const seqs: number[] = [];
    let length = 0;
    for (let i = events.length - 1; known !== undefined && i >= 0 && seqs.length < most; i--) {
      const { seq, type, data } = events[i]!;
      const { role, text } = data as unknown as MessageData;
      if (type !== 'message-posted' || role === 'system' || text.trim() === '' || known.has(seq)) continue;
      if ((length += text.length) > longest && seqs.length > 0) break;
      seqs.push(seq);
    }
    return seqs;
  }

  private take(conversationId: string, texts: ReadonlyMap<number, string>): void {
    const { translations } = this.client.state;
    const known = translations.get(conversationId);
    if (known !== undefined) this.client.dispatch({ type: 'set', change: { translations: new Map(translations).set(conversationId, new Map([...known, ...texts])) } });
  }
}
