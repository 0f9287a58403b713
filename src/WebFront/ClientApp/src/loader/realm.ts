/** What the chat's module calls when it is there; set on the realm's window before the module is asked for. */
export interface Realm extends Window {
  supportWidgetReady?: (create: unknown) => void;
  readonly fetch: typeof fetch;
  readonly Promise: PromiseConstructor;
}

/**
 * A window of its own for the chat's code, in a hidden frame of the same origin. Whatever the page has done to `Array`,
 * `JSON`, `fetch` or `Promise`, the code in there has the browser's own. The elements that it makes stand in the page. Returns what closes it.
 */
export function openRealm(ready: (realm: Realm) => void): () => void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.setProperty('display', 'none', 'important');
  // Some browsers put another document into the frame when it has loaded, so what is done before that would be lost.
  frame.onload = () => {
    frame.onload = null;
    ready(frame.contentWindow as Realm);
  };
  document.documentElement.appendChild(frame);
  return () => frame.remove();
}

/** Loads a module into a realm and gives what it hands over. */
export function importInto(realm: Realm, url: string, nonce: string): Promise<unknown> {
  return new realm.Promise((resolve, reject) => {
    realm.supportWidgetReady = resolve;
    const script = realm.document.createElement('script');
    script.type = 'module';
    script.crossOrigin = 'anonymous';
    script.nonce = nonce;
    script.src = url;
    script.onerror = () => reject(new Error(`${url} could not be loaded`));
    realm.document.documentElement.appendChild(script);
  });
}
