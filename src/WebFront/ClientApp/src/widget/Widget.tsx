import { useEffect, useRef, useState } from 'preact/hooks';
import { Announcer } from '../chat/Announcer';
import { Composer } from '../chat/Composer';
import { Thread } from '../chat/Thread';
import { HelpTab, useFaqs } from '../faq/HelpTab';
import { FormView } from '../forms/FormView';
import { LocaleContext, useWords } from '../i18n/useWords';
import { useParts } from './context';
import { keepTab } from './focus';
import { Header } from './Header';
import { PoppedOut } from './PoppedOut';
import { host } from './host';
import { Tabs } from './Tabs';
import { Teaser } from './Teaser';
import { useStore } from './useStore';
import { fitViewport } from './viewport';

const phone = '(max-width: 480px)';

/** Everything but the launcher. */
export function Widget({ onClose, onOpen, onClosed }: { onClose: () => void; onOpen: () => void; onClosed: () => void }) {
  const { client, panel, options, inline } = useParts();
  const { isOpen, locale, teaser } = useStore(panel);
  const { profile } = useStore(client);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) onClosed();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <LocaleContext.Provider value={locale}>
      <div class="page" dir={locale.dir} lang={locale.tag}>
        {(isOpen || inline) && <PanelView onClose={onClose} />}
        {!isOpen && teaser !== null && (
          <Teaser text={teaser.text} author={teaser.author ?? profile?.assistantName ?? options.launcher?.text ?? ''} onOpen={onOpen} onDismiss={() => panel.tease(null)} />
        )}
      </div>
    </LocaleContext.Provider>
  );
}

function PanelView({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const { client, panel, popout, uploads, options, inline, has } = useParts();
  const state = useStore(client);
  const { tab, locale, isOpen } = useStore(panel);
  const { isOut, isBlocked } = useStore(popout);
  const [isOver, setOver] = useState(false);
  const root = useRef<HTMLElement>(null);
  const faqs = useFaqs(locale.tag, isOpen);
  const { conversation, profile, preChatDone } = state;
  const name = conversation.human?.name || profile?.assistantName || t('assistant');
  const busy = conversation.live !== null || conversation.typing === 'assistant';
  const isNew = conversation.messages.length === 0 && conversation.outgoing.length === 0 && !state.restoring;
  const preChat = has('leadForms') && isNew && !preChatDone ? options.preChat : undefined;
  const hasHelp = has('faq') && (faqs?.length ?? 0) > 0;
  const shown = hasHelp ? tab : 'chat';
  const isSmall = host.matchMedia(phone).matches;
  const isPhone = !inline && isSmall;

  useEffect(() => (inline ? undefined : fitViewport(root.current!)), [inline]);
  useEffect(() => {
    if (isOpen && !inline) root.current?.querySelector<HTMLElement>('.form .field, #message')?.focus();
  }, [isOpen]);

  const keyDown = (e: KeyboardEvent) => {
    if (isPhone) keepTab(e, root.current!);
    if (e.key === 'Escape' && !e.defaultPrevented && !inline) onClose();
  };
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    uploads.add([...(e.dataTransfer?.files ?? [])]);
  };
  const over = (e: DragEvent) => {
    if (!has('attachments') || e.dataTransfer?.types.includes('Files') !== true) return;
    e.preventDefault();
    setOver(true);
  };
  return (
    <section class={`chat ${inline ? 'inline' : ''} ${isOpen ? '' : 'folded'}`} ref={root} role={inline ? 'region' : 'dialog'} aria-modal={isPhone ? true : undefined}
      aria-label={t('chatWith', { name })} onKeyDown={keyDown} onDragOver={over} onDragLeave={(e) => e.target === e.currentTarget && setOver(false)} onDrop={drop}>
      <Header state={state} name={name} isPhone={isSmall} onClose={onClose} />
      {isBlocked && isOpen && <p class="note warning" role="alert">{t('popOutBlocked')}</p>}
      {isOut && isOpen && <PoppedOut />}
      {isOpen && (
        <>
          {hasHelp && !isOut && <Tabs />}
          {shown === 'help' && !isOut
            ? <HelpTab categories={faqs} />
            : (
              <div class="conversation" hidden={isOut} role={hasHelp ? 'tabpanel' : undefined} id="tab-chat" aria-labelledby={hasHelp ? 'to-chat' : undefined}>
                {preChat === undefined
                  ? <Thread state={state} name={name} />
                  : (
                    <div class="before">
                      {options.welcome !== undefined && <h2 dir="auto">{options.welcome}</h2>}
                      <FormView form={preChat} onSubmit={async (answer) => client.fillPreChat(answer)} />
                    </div>
                  )}
                {preChat === undefined && <Composer name={name} busy={busy} />}
              </div>
            )}
          <Announcer conversation={conversation} isRestoring={state.restoring} />
          {isOver && <div class="drop" aria-hidden="true">{t('dropHere')}</div>}
        </>
      )}
    </section>
  );
}
