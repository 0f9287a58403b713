import { Memory } from '../../follow/memory';
import { Store } from '../../follow/store';

export interface PreferencesState {
  readonly enterSends: boolean;
  /** Keys without Ctrl or Alt do something outside of text fields. */
  readonly singleKeys: boolean;
  readonly sound: boolean;
  readonly notifications: boolean;
  readonly isRailFolded: boolean;
  readonly isContextShown: boolean;
  /** Of the list and the details, in pixels. */
  readonly listWidth: number;
  readonly contextWidth: number;
}

const defaults: PreferencesState = {
  enterSends: true,
  singleKeys: true,
  sound: false,
  notifications: false,
  isRailFolded: false,
  isContextShown: true,
  listWidth: 344,
  contextWidth: 332,
};

/** What a person has set for this browser. */
export class Preferences extends Store<PreferencesState> {
  constructor(private readonly memory = new Memory('console/preferences')) {
    super({ ...defaults, ...memory.read<Partial<PreferencesState>>('all') });
  }

  change(change: Partial<PreferencesState>): void {
    this.set(change);
    this.memory.write('all', this.state);
  }
}
