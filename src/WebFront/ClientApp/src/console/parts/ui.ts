import { Store } from '../../follow/store';
import type { MessageKind } from '../state/staffState';

export type DialogName = 'palette' | 'help' | 'transfer' | 'save-view';

export interface UiState {
  readonly dialog: DialogName | null;
  /** The turn whose making is shown in the drawer. */
  readonly cockpit: string | null;
  readonly tab: MessageKind;
  /** Moves on each time that the composer is to have the focus. */
  readonly composing: number;
  /** Moves on each time that suggestions are wanted. */
  readonly suggesting: number;
  /** Moves on each time that a file is to be chosen. */
  readonly attaching: number;
  /** Moves on each time that a tag is to be added. */
  readonly tagging: number;
  /** Text to put into the composer. */
  readonly insert: { readonly text: string; readonly n: number } | null;
  /** On narrow screens the details cover the conversation when they are wanted. */
  readonly isContextOver: boolean;
}

/** What is open and where the focus is to go. */
export class Ui extends Store<UiState> {
  constructor() {
    super({ dialog: null, cockpit: null, tab: 'reply', composing: 0, suggesting: 0, attaching: 0, tagging: 0, insert: null, isContextOver: false });
  }

  show(change: Partial<UiState>): void {
    this.set(change);
  }

  compose(tab: MessageKind): void {
    this.set({ tab, composing: this.state.composing + 1 });
  }

  suggest(): void {
    this.set({ tab: 'reply', suggesting: this.state.suggesting + 1 });
  }

  attach(): void {
    this.set({ attaching: this.state.attaching + 1 });
  }

  tag(): void {
    this.set({ tagging: this.state.tagging + 1, isContextOver: true });
  }

  insert(text: string): void {
    this.set({ tab: 'reply', insert: { text, n: (this.state.insert?.n ?? 0) + 1 }, composing: this.state.composing + 1 });
  }
}
