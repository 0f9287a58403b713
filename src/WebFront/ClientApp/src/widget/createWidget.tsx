import { options as preact, render } from 'preact';
import { Uploads } from '../attachments/uploads';
import { Api } from '../follow/api';
import { ChatClient } from '../follow/chatClient';
import { Connection } from '../follow/connection';
import type { Message } from '../follow/follower';
import { Memory, openShelf } from '../follow/memory';
import { openTabs } from '../follow/tabs';
import { fill, loadLocale } from '../i18n/words';
import type { WidgetContext, WidgetMethods } from '../loader/contract';
import type { Feature, WidgetOptions } from '../loader/options';
import css from '../styles/widget.css?inline';
import chatCss from '../styles/chat.css?inline';
import { spoken } from '../text/sentences';
import { Attention } from './attention';
import { PartsContext, type WidgetParts } from './context';
import { host } from './host';
import { Opener } from './opener';
import { Panel } from './panel';
import { Popout } from './popout';
import { Proactive } from './proactiveWatch';
import { Widget } from './Widget';

// A hidden frame gets no animation frames, and effects wait for one.
preact.requestAnimationFrame = (action) => host.requestAnimationFrame(action);

const longestPage = 2000;
const longestTeaser = 140;

/** Brings the chat to life beside its launcher. */
export function createWidget({ launcher, options, profile, base, store, inline, fits, emit }: WidgetContext): WidgetMethods {
  const opener = options.opener === undefined ? null : new Opener(options.opener);
  // The window has the page's chat, which may be of another origin than an earlier one here.
  const memory = new Memory(store, opener === null ? openShelf() : openShelf(() => sessionStorage));
  const api = new Api(base, store);
  const panel = new Panel(memory, false);
  const attention = new Attention();
  let locale = options.locale;
  const client = new ChatClient(
    {
      api,
      memory,
      tabs: openTabs(store),
      connect: (session, events) => new Connection(base, session, events),
      page: () => ({
        url: host.location.href.slice(0, longestPage),
        title: host.document.title.slice(0, 200),
        referrer: host.document.referrer.slice(0, longestPage),
      }),
      locale: () => locale ?? host.navigator.language,
      refresh: opener === null ? options.identity : () => opener.renew(),
      now: () => Date.now(),
      onMessage: (message) => {
        emit('message', { messageId: message.messageId, role: message.role, text: message.text, seq: message.seq });
        if (message.role !== 'customer') notice(message);
      },
      onProblem: (code) => emit('error', { code }),
      onIdentity: (customer) => emit('identity', { customer }),
      onWiped: () => {
        panel.wipe();
        uploads.wipe();
      },
    },
    profile,
  );
  const uploads = new Uploads(api, client);
  const has = (feature: Feature) => options.features?.[feature] ?? true;
  const renew = async () => (await options.identity?.()) ?? null;
  const popout = new Popout(windowAddress(base, store, options), client, renew);
  const parts: WidgetParts = { api, client, panel, uploads, options, popout, inline, isWhole: launcher.isWhole, isWindow: opener !== null, has };
  const proactive = new Proactive(memory, opener === null ? (options.proactive ?? []) : [], fits, (rule) => {
    if (has('proactive') && !panel.state.isOpen && client.state.conversation.messages.length === 0) panel.tease({ text: rule.text, rule });
  });

  const notice = ({ text, author }: Message) => {
    if (popout.state.isOut) return;
    const { words } = panel.state.locale;
    if (panel.state.sound && has('sound')) attention.ring();
    attention.flash(words.newMessages);
    if (!panel.state.isOpen && !inline) panel.tease({ text: spoken(text).slice(0, longestTeaser), ...(author === undefined ? {} : { author }) });
  };
  const open = (tab?: 'chat' | 'help') => {
    if (panel.state.isOpen) return tab === undefined ? undefined : panel.show(tab);
    const { conversation, readSeq } = client.state;
    const hasUnread = conversation.messages.some((m) => m.role !== 'customer' && m.seq > readSeq);
    const rule = panel.state.teaser?.rule;
    if (rule !== undefined) panel.take(rule.text);
    panel.open(hasUnread && readSeq > 0 ? readSeq : null, tab);
    launcher.setOpen(true);
    emit('open');
  };
  let hadFocus = false;
  const refocus = () => {
    if (hadFocus && !inline) launcher.button.focus();
  };
  const close = () => {
    if (!panel.state.isOpen) return;
    // The launcher takes the focus back that was in the panel; a phone shows it only once the panel is gone.
    hadFocus = launcher.root.activeElement !== null;
    panel.close();
    launcher.setOpen(false);
    emit('close');
  };
  const toggle = () => (panel.state.isOpen ? close() : open());
  const leave = opener !== null ? () => host.close() : inline ? toggle : close;

  let unread = 0;
  const count = () => {
    const { conversation, readSeq } = client.state;
    const now = panel.state.isOpen ? 0 : conversation.messages.filter((m) => m.role !== 'customer' && m.seq > readSeq).length;
    if (now === unread) return;
    unread = now;
    launcher.setUnread(unread);
    label();
    emit('unread', { count: unread });
  };
  const label = () => {
    const { words } = panel.state.locale;
    const text = options.launcher?.text ?? words[panel.state.isOpen ? 'closeChat' : 'openChat'];
    launcher.setLabel(unread === 0 ? text : `${text} (${fill(words.unread, { n: unread })})`);
  };
  const speak = async () => {
    const spoken = await loadLocale([locale, ...host.navigator.languages, client.state.profile?.locale]);
    panel.speak(spoken);
    launcher.frame.dir = spoken.dir;
    label();
  };
  const ends = [client.subscribe(count), panel.subscribe(count), panel.subscribe(label)];

  const styles = new host.CSSStyleSheet();
  styles.replaceSync(css + chatCss);
  // An array of the page's would have the page's methods.
  launcher.root.adoptedStyleSheets = [launcher.root.adoptedStyleSheets[0]!, styles];
  const stage = host.document.createElement('div');
  // Before the launcher, so that Tab goes from the panel to it as they stand on the screen.
  launcher.frame.prepend(stage);
  void speak().then(() => {
    render(<PartsContext.Provider value={parts}><Widget onClose={leave} onOpen={() => open()} onClosed={refocus} /></PartsContext.Provider>, stage);
    count();
  });
  opener?.follow(client);
  if (inline) open();
  const back = () => client.tryNow();
  host.addEventListener('online', back);

  return {
    open: ({ draft, tab } = {}) => {
      open(tab);
      if (draft !== undefined && draft !== '') panel.write(draft);
    },
    close,
    toggle,
    identify: (token) => client.identify(token),
    logout: () => client.logout(),
    setLocale: (tag) => {
      locale = tag;
      void speak();
    },
    send: (text) => {
      open('chat');
      client.send(text);
    },
    destroy: () => {
      for (const end of ends) end();
      host.removeEventListener('online', back);
      popout.end();
      opener?.end();
      proactive.end();
      attention.calm();
      client.close();
      render(null, stage);
    },
  };
}

/** The page of the window, with those of the page's choices that it does not know by itself. */
function windowAddress(base: string, store: string, { color, theme, locale }: WidgetOptions): URL {
  const address = new URL(`widget/popout/${encodeURIComponent(store)}`, base);
  const choices = { from: host.location.origin, color, theme: theme === 'auto' ? undefined : theme, locale };
  for (const [name, value] of Object.entries(choices)) if (value !== undefined) address.searchParams.set(name, value);
  return address;
}
