import type { StoreProfile } from '../follow/api';
import type { Launcher } from './launcher';
import type { WidgetOptions } from './options';

/** What the loader gives to the chat. */
export interface WidgetContext {
  readonly launcher: Launcher;
  readonly options: WidgetOptions;
  readonly profile: StoreProfile | null;
  readonly base: string;
  readonly store: string;
  /** Whether the chat fills an element of the page. */
  readonly inline: boolean;
  /** Whether a path fits a pattern. */
  readonly fits: (path: string, pattern: string) => boolean;
  readonly emit: (event: WidgetEvent, detail?: unknown) => void;
}

/** What a page can be told. */
export type WidgetEvent = 'ready' | 'open' | 'close' | 'message' | 'unread' | 'error' | 'identity';

/** What a page can ask for. */
export interface WidgetMethods {
  open(options?: { readonly draft?: string; readonly tab?: 'chat' | 'help' }): void;
  close(): void;
  toggle(): void;
  /** Takes the chat over to a signed-in customer, by a token that the store has signed. */
  identify(token: string): void;
  /** Forgets the customer and everything of them in this browser. */
  logout(): void;
  setLocale(locale: string): void;
  send(text: string): void;
  destroy(): void;
}

export type CreateWidget = (context: WidgetContext) => WidgetMethods;
