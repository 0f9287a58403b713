/** State that others watch. */
export class Store<S extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(public state: S) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected set(change: Partial<S>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
