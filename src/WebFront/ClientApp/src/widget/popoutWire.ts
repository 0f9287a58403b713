/** What a page and the window that it opened for the chat tell each other. */
export type PopoutNote =
  | { readonly kind: 'ready' }
  /** All that is kept of the chat; both sides keep the same. */
  | { readonly kind: 'kept'; readonly kept: Readonly<Record<string, unknown>> }
  /** The window wants a fresh token of the customer, and the page gives it; null when it has none. */
  | { readonly kind: 'renew' }
  | { readonly kind: 'token'; readonly token: string | null };

/** Whether a message was sent by the chat of a window, whose code runs in a frame of that window. */
export const isFrom = (e: MessageEvent, window: unknown, origin: string): boolean =>
  e.origin === origin && e.source !== null && (e.source as Window).parent === window;

/** A chat whose memory is shared with another window. */
export interface SharedChat {
  readonly kept: Readonly<Record<string, unknown>>;
  take(kept: Readonly<Record<string, unknown>>): void;
  subscribe(listener: () => void): () => void;
}

/** Keeps two chats the same: tells what has changed here, and takes over what has changed there. */
export class Mirror {
  private last = '';
  private readonly unsubscribe: () => void;

  constructor(
    private readonly chat: SharedChat,
    private readonly post: (note: PopoutNote) => void,
  ) {
    this.unsubscribe = chat.subscribe(() => this.tell());
  }

  tell(): void {
    const { kept } = this.chat;
    const now = JSON.stringify(kept);
    if (now === this.last) return;
    this.last = now;
    this.post({ kind: 'kept', kept });
  }

  take(kept: Readonly<Record<string, unknown>>): void {
    this.last = JSON.stringify(kept);
    this.chat.take(kept);
  }

  end(): void {
    this.unsubscribe();
  }
}
