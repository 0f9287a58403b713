/** The page's window. The chat's code runs in a frame of its own; what it shows and listens to is the page's. */
export const host: Window & typeof globalThis = (globalThis.parent as Window & typeof globalThis | undefined) ?? (globalThis as unknown as Window & typeof globalThis);
