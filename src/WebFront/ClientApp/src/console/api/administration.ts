/** How a desk finds an agent for what waits. */
export type Assignment = 'manual' | 'round-robin' | 'least-busy';

export interface DeskSettings {
  readonly assignment: Assignment;
  readonly offerSeconds: number;
}

/** A desk, for administrators. */
export interface DeskView {
  readonly desk: string;
  readonly settings: DeskSettings;
  /** The agents who name it; whoever names no desk serves all. */
  readonly members: readonly string[];
  readonly waiting: number;
  /** The store's settings name it. */
  readonly isNamed: boolean;
}
