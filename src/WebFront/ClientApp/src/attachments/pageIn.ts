const address = /https?:\/\/[^\s<>"']{4,2000}/;
const trailing = /[.,;:!?)\]}]+$/;

/** The first address in a text that could be attached as a page and is not attached yet; null when there is none. */
export function pageIn(text: string, attached: readonly string[]): string | null {
  const found = address.exec(text)?.[0].replace(trailing, '');
  if (found === undefined || attached.includes(found)) return null;
  try {
    const url = new URL(found);
    return url.hostname.includes('.') && url.username === '' ? found : null;
  } catch {
    return null;
  }
}
