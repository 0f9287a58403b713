/** What the browser gives to keep things in; the part of `Storage` that is used here. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A shelf that lasts as long as the page, where the browser gives none. */
export class PageShelf implements Shelf {
  private readonly items = new Map<string, string>();

  get length(): number {
    return this.items.size;
  }

  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}

/** The browser's own shelf, or one for this page when it is closed or full. */
export function openShelf(open: () => Shelf = () => localStorage): Shelf {
  try {
    const probe = 'support.probe';
    const shelf = open();
    shelf.setItem(probe, probe);
    shelf.removeItem(probe);
    return shelf;
  } catch {
    return new PageShelf();
  }
}

/** What a browser keeps of one store's chat, so that a reload or another tab finds it again. */
export class Memory {
  private readonly prefix: string;

  constructor(
    store: string,
    private readonly shelf: Shelf = openShelf(),
  ) {
    this.prefix = `support.${store}.`;
  }

  read<T>(name: string): T | null {
    try {
      return JSON.parse(this.shelf.getItem(this.prefix + name) ?? 'null') as T | null;
    } catch {
      return null;
    }
  }

  /** Keeps a value, or forgets it when it is null. */
  write(name: string, value: unknown): void {
    try {
      if (value === null) this.shelf.removeItem(this.prefix + name);
      else this.shelf.setItem(this.prefix + name, JSON.stringify(value));
    } catch {
      // A full disk: the chat goes on, it will only not survive a reload.
    }
  }

  /** The names that begin so. */
  names(beginning: string): string[] {
    const found: string[] = [];
    for (let i = 0; i < this.shelf.length; i++) {
      const key = this.shelf.key(i);
      if (key?.startsWith(this.prefix + beginning) === true) found.push(key.slice(this.prefix.length));
    }
    return found;
  }

  /** Everything that is kept. */
  get all(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.names('').sort().map((name) => [name, this.read(name)]));
  }

  /** Forgets everything. */
  clear(): void {
    for (const name of this.names('')) this.write(name, null);
  }
}
