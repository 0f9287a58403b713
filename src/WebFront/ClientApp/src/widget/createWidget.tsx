import { options as preact, render } from 'preact';
import { Uploads } from '../attachments/uploads';
import { Api } from '../follow/api';
import { ChatClient } from '../follow/chatClient';
import { Connection } from '../follow/connection';
import type { Message } from '../follow/follower';
import { Memory } from '../follow/memory';
import { openTabs } from '../follow/tabs';
import { fill, loadLocale } from '../i18n/words';
import type { WidgetContext, WidgetMethods } from '../loader/contract';
import type { Feature } from '../loader/options';
import css from '../styles/widget.css?inline';
import chatCss from '../styles/chat.css?inline';
import { spoken } from '../text/sentences';
import { Attention } from './attention';
import { PartsContext, type WidgetParts } from './context';
import { host } from './host';
import { Panel } from './panel';
import { Proactive } from './proactiveWatch';
import { Widget } from './Widget';

// A hidden frame gets no animation frames, and effects wait for one.
preact.requestAnimationFrame = (action) => host.requestAnimationFrame(action);

const longestPage = 2000;
const longestTeaser = 140;

/** Brings the chat to life beside its launcher. */
export function createWidget({ launcher, options, profile, base, store, inline, fits, emit }: WidgetContext): WidgetMethods {
  const memory = new Memory(store);
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
      refresh: options.identity,
      now: () => Date.now(),
      onMessage: (message) => {
        emit('message', { messageId: message.messageId, role: message.role, text: message.text, seq: message.seq });
        if (message.role !== 'customer') notice(message);
      },
      onProblem: (code) => emit('error', { code }),
      onIdentity: (customer) => emit('identity', { customer }),
    },
    profile,
  );
  const has = (feature: Feature) => options.features?.[feature] ?? true;
  const parts: WidgetParts = { api, client, panel, uploads: new Uploads(api, client), options, inline, has };
  const proactive = new Proactive(memory, options.proactive ?? [], fits, (rule) => {
    if (has('proactive') && !panel.state.isOpen && client.state.conversation.messages.length === 0) panel.tease({ text: rule.text, rule });
  });

  const notice = ({ text, author }: Message) => {
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
    render(<PartsContext.Provider value={parts}><Widget onClose={inline ? toggle : close} onOpen={() => open()} onClosed={refocus} /></PartsContext.Provider>, stage);
    count();
  });
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
      proactive.end();
      attention.calm();
      client.close();
      render(null, stage);
    },
  };
}
