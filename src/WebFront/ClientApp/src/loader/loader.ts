import type { CreateWidget, WidgetEvent, WidgetMethods } from './contract';
import { Launcher } from './launcher';
import { fromAttributes, merge, type WidgetOptions } from './options';
import { importInto, openRealm, type Realm } from './realm';
import type { StoreProfile } from '../follow/api';
import { fits } from './paths';

/** The name of the chat's file; the build puts it in. */
declare const __WIDGET_APP__: string;

type Command = readonly unknown[];
type Listener = (detail?: unknown) => void;

const script = document.currentScript as HTMLScriptElement | null;
const page = window as unknown as { SupportWidget?: Record<string, unknown> | Command[] };
const attributes = script === null ? {} : fromAttributes(script);
const listeners: { event: string; listener: Listener }[] = [];
const names = ['open', 'close', 'toggle', 'identify', 'logout', 'setLocale', 'send'] as const;

let life: { end: () => void; run: (command: Command) => void } | null = null;

/** Begins the widget; what attributes say counts before what is given here, and that before the store's settings. */
function init(given: WidgetOptions = {}): void {
  const local = merge(attributes, given);
  const store = local.store;
  if (life !== null || store === undefined) return;
  const base = local.base ?? new URL('.', script?.src ?? location.href).href;
  const waiting: Command[] = [];
  let widget: WidgetMethods | null = null;
  let launcher: Launcher | null = null;
  let wanted: (() => void) | null = null;
  let ended = false;
  let closeRealm: (() => void) | null = null;
  const isAllowed = (allowed: readonly string[] | undefined) => {
    if (allowed === undefined || allowed.length === 0) return true;
    for (let i = 0; i < allowed.length; i++) if (fits(location.pathname, allowed[i]!)) return true;
    return false;
  };
  const run = (command: Command) => {
    if (widget === null) {
      waiting[waiting.length] = command;
      wanted?.();
    } else {
      const method = widget[command[0] as keyof WidgetMethods] as ((...args: unknown[]) => void) | undefined;
      method?.call(widget, command[1]);
    }
  };

  const start = async () => {
    let profile = await getProfile(fetch, base, store);
    if (ended) return;
    let options = merge(local, profile?.widget ?? {});
    const target = options.target === undefined ? null : document.querySelector(options.target);
    const shown = (launcher = new Launcher(target));
    shown.apply(options);
    const show = () => shown.show(target === null && isAllowed(options.allowedPages));
    const navigation = (globalThis as { navigation?: EventTarget }).navigation;
    navigation?.addEventListener('currententrychange', () => !ended && options.hiddenUntil !== 'open' && show());
    appear(options.hiddenUntil, show);
    const create = async (realm: Realm) => {
      try {
        // A page may have made its own of fetch.
        profile ??= await getProfile((url) => realm.fetch(url), base, store);
        options = merge(local, profile?.widget ?? {});
        const createWidget = (await importInto(realm, base + __WIDGET_APP__, script?.nonce ?? '')) as CreateWidget;
        if (ended) return;
        shown.apply(options);
        widget = createWidget({ launcher: shown, options, profile, base, store, inline: target !== null, fits, emit });
        for (let i = 0; i < waiting.length; i++) run(waiting[i]!);
        emit('ready');
      } catch (error) {
        // The next click tries again.
        closeRealm?.();
        wanted = load;
        emit('error', error);
      }
    };
    const load = () => {
      wanted = null;
      closeRealm = openRealm((realm) => void create(realm));
    };
    wanted = load;
    // Who clicks again because nothing has come yet wants the chat all the more.
    shown.button.addEventListener('click', () => run([widget === null ? 'open' : 'toggle']));
    if (waiting.length > 0 || target !== null) load();
    else if (isExpected(store, options)) whenIdle(() => wanted?.());
    else {
      // Most visitors never ask anything; the chat comes for those who are about to.
      shown.button.addEventListener('pointerenter', () => wanted?.());
      shown.button.addEventListener('focus', () => wanted?.());
    }
  };
  whenIdle(() => void start());
  life = {
    run,
    end: () => {
      ended = true;
      widget?.destroy();
      launcher?.remove();
      closeRealm?.();
    },
  };
}

async function getProfile(get: (url: string) => Promise<Response>, base: string, store: string): Promise<StoreProfile | null> {
  try {
    const response = await get(`${base}api/stores/${encodeURIComponent(store)}/profile`);
    return response.ok ? ((await response.json()) as StoreProfile) : null;
  } catch {
    return null;
  }
}

/** Whether the chat has something to show without being opened: an earlier conversation, or a line of the store's own. */
function isExpected(store: string, options: WidgetOptions): boolean {
  if (options.proactive !== undefined && options.proactive.length > 0) return true;
  try {
    return localStorage.getItem(`support.${store}.session`) !== null;
  } catch {
    return false;
  }
}

function appear(until: WidgetOptions['hiddenUntil'], show: () => void): void {
  if (until === 'scroll') addEventListener('scroll', show, { once: true, passive: true });
  else if (typeof until === 'number') setTimeout(show, until * 1000);
  else if (until !== 'open') show();
}

function whenIdle(action: () => void): void {
  const idle = (window as { requestIdleCallback?: typeof requestIdleCallback }).requestIdleCallback;
  if (idle === undefined) setTimeout(action, 200);
  else idle(action, { timeout: 2000 });
}

function emit(event: WidgetEvent, detail?: unknown): void {
  for (let i = 0; i < listeners.length; i++) if (listeners[i]!.event === event) listeners[i]!.listener(detail);
}

/** Handles a call, whether it was made directly or has waited in the queue of a page that was faster. */
function handle(command: Command): void {
  const [name, first, second] = [command[0], command[1], command[2]];
  if (name === 'init') init(first as WidgetOptions);
  else if (name === 'on') listeners[listeners.length] = { event: String(first), listener: second as Listener };
  else if (name === 'off') {
    for (let i = listeners.length - 1; i >= 0; i--)
      if (listeners[i]!.event === first && (second === undefined || listeners[i]!.listener === second)) listeners.splice(i, 1);
  } else if (name === 'destroy') {
    life?.end();
    life = null;
  } else life?.run(command);
}

if (page.SupportWidget !== undefined && !Array.isArray(page.SupportWidget)) {
  // A second copy of the loader on a page leaves the first one's widget alone, and begins it again after its end.
  (page.SupportWidget['init'] as typeof init)(attributes);
} else {
  const early = page.SupportWidget ?? [];
  const api: Record<string, unknown> = { push: (command: Command) => handle(command) };
  const all = ['init', 'on', 'off', 'destroy', ...names];
  for (let i = 0; i < all.length; i++) api[all[i]!] = (first?: unknown, second?: unknown) => handle([all[i], first, second]);
  page.SupportWidget = api;
  // Which store it is may be said by a queued init; everything else needs a widget.
  for (let i = 0; i < early.length; i++) if (early[i]![0] === 'init') handle(early[i]!);
  init();
  for (let i = 0; i < early.length; i++) if (early[i]![0] !== 'init') handle(early[i]!);
}
