import type { Memory } from '../follow/memory';
import { Store } from '../follow/store';
import { english, type Locale } from '../i18n/words';
import type { ProactiveRule } from '../loader/options';

export interface PanelState {
  readonly isOpen: boolean;
  readonly tab: 'chat' | 'help';
  readonly locale: Locale;
  readonly sound: boolean;
  /** What the page or the help put into the composer; a new object each time. */
  readonly draft: { readonly text: string } | null;
  /** What is shown beside the closed launcher. */
  readonly teaser: { readonly text: string; readonly author?: string; readonly rule?: ProactiveRule } | null;
  /** The store's own line that the customer took up. */
  readonly opener: string | null;
  /** Unread messages begin after this number; null when there were none as the panel was opened. */
  readonly unreadAfter: number | null;
}

/** What is open and shown of the widget, apart from the conversation itself. */
export class Panel extends Store<PanelState> {
  /** What is written and not sent yet; it outlives the composer, which goes with the closed panel and behind the help. */
  written = '';
  /** The customer's part of the draft. */
  private own = '';

  constructor(
    private readonly memory: Memory,
    sound: boolean,
  ) {
    super({
      isOpen: false,
      tab: 'chat',
      locale: english,
      sound: memory.read<boolean>('sound') ?? sound,
      draft: null,
      teaser: null,
      opener: null,
      unreadAfter: null,
    });
  }

  open(unreadAfter: number | null, tab: PanelState['tab'] = this.state.tab): void {
    this.set({ isOpen: true, tab, teaser: null, unreadAfter });
  }

  close(): void {
    this.set({ isOpen: false, unreadAfter: null });
  }

  show(tab: PanelState['tab']): void {
    this.set({ tab });
  }

  /** Puts a text into the composer, after what the customer has written there; one that was put there before and left as it was goes. */
  write(text: string): void {
    if (this.written !== this.state.draft?.text) this.own = this.written;
    this.put(text);
  }

  /** Puts words of the customer's own into the composer, after what stands there. */
  add(words: string): void {
    this.own = this.written;
    this.put(words);
    this.own = this.written;
  }

  /** Forgets what was written, which was another customer's. */
  wipe(): void {
    this.own = this.written = '';
    this.set({ draft: { text: '' } });
  }

  tease(teaser: PanelState['teaser']): void {
    this.set({ teaser });
  }

  /** The customer answers a line of the store's own. */
  take(text: string): void {
    this.set({ opener: text });
  }

  speak(locale: Locale): void {
    this.set({ locale });
  }

  setSound(sound: boolean): void {
    this.memory.write('sound', sound);
    this.set({ sound });
  }

  private put(text: string): void {
    this.written = this.own.trim() === '' || this.own === text ? text : `${this.own}\n${text}`;
    this.set({ draft: { text: this.written }, tab: 'chat' });
  }
}
