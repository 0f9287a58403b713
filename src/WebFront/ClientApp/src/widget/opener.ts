import { host } from './host';
import { isFrom, Mirror, type PopoutNote, type SharedChat } from './popoutWire';

const answerWithin = 5_000;

/** The window's side: the page that opened it has the chat, and the customer's tokens. */
export class Opener {
  private mirror: Mirror | null = null;
  private waiting: ((token: string | null) => void)[] = [];

  constructor(private readonly origin: string) {}

  /** Takes the page's chat over, and keeps both the same. */
  follow(chat: SharedChat): void {
    host.addEventListener('message', this.hear);
    this.mirror = new Mirror(chat, this.post);
    this.post({ kind: 'ready' });
  }

  /** Asks the page for a fresh token; empty when it has none. */
  renew(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.waiting.push((token) => resolve(token ?? ''));
      setTimeout(reject, answerWithin);
      this.post({ kind: 'renew' });
    });
  }

  end(): void {
    host.removeEventListener('message', this.hear);
    this.mirror?.end();
  }

  private readonly hear = (e: MessageEvent): void => {
    if (!isFrom(e, host.opener, this.origin)) return;
    const note = e.data as PopoutNote;
    if (note.kind === 'kept') this.mirror?.take(note.kept);
    else if (note.kind === 'token') for (const take of this.waiting.splice(0)) take(note.token);
  };

  private readonly post = (note: PopoutNote): void => (host.opener as Window | null)?.postMessage(note, this.origin);
}
