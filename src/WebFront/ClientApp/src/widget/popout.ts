import { Store } from '../follow/store';
import { host } from './host';
import { isFrom, Mirror, type PopoutNote, type SharedChat } from './popoutWire';

const lookEvery = 500;
const shape = 'popup,width=420,height=720';

export interface PopoutState {
  /** The chat is shown in a window of its own. */
  readonly isOut: boolean;
  /** The browser did not open the window. */
  readonly isBlocked: boolean;
}

/** The page's side of a window of its own for the chat. */
export class Popout extends Store<PopoutState> {
  private window: Window | null = null;
  private mirror: Mirror | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly address: URL,
    private readonly chat: SharedChat,
    private readonly renew: () => Promise<string | null>,
  ) {
    super({ isOut: false, isBlocked: false });
  }

  open(): void {
    this.window = host.open(this.address, `support-chat-${this.address.pathname}`, shape);
    this.set({ isOut: this.window !== null, isBlocked: this.window === null });
    if (this.window === null) return;
    host.addEventListener('message', this.hear);
    // Nothing tells that a window has been closed, or that a policy of the page has cut it off.
    this.timer = setInterval(() => this.window?.closed === true && this.end(), lookEvery);
  }

  focus(): void {
    this.window?.focus();
  }

  takeBack(): void {
    this.window?.close();
    this.end();
  }

  end(): void {
    host.removeEventListener('message', this.hear);
    clearInterval(this.timer);
    this.mirror?.end();
    [this.window, this.mirror] = [null, null];
    this.set({ isOut: false });
  }

  private readonly hear = (e: MessageEvent): void => {
    if (!isFrom(e, this.window, this.address.origin)) return;
    const note = e.data as PopoutNote;
    if (note.kind === 'ready') {
      this.mirror?.end();
      this.mirror = new Mirror(this.chat, this.post);
      this.mirror.tell();
    } else if (note.kind === 'kept') this.mirror?.take(note.kept);
    else if (note.kind === 'renew') void this.renew().catch(() => null).then((token) => this.post({ kind: 'token', token }));
  };

  private readonly post = (note: PopoutNote): void => this.window?.postMessage(note, this.address.origin);
}
