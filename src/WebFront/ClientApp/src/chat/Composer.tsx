import { useEffect, useRef, useState } from 'preact/hooks';
import { AttachmentTray } from '../attachments/AttachmentTray';
import { pageIn } from '../attachments/pageIn';
import { useWords } from '../i18n/useWords';
import { canRecord } from '../voice/recorder';
import { VoiceBar } from '../voice/VoiceBar';
import { useParts } from '../widget/context';
import { useStore } from '../widget/useStore';
import { Icon } from './Icon';

const longest = 8000;
const nearlyFull = 7500;
const tallest = 140;
const typingPause = 3000;

/** Where the customer writes: Enter sends, Shift+Enter makes a line, Escape stops the answer. */
export function Composer({ name, busy }: { name: string; busy: boolean }) {
  const t = useWords();
  const { client, panel, uploads, has } = useParts();
  const { draft } = useStore(panel);
  const { all } = useStore(uploads);
  const [text, setText] = useState(panel.written);
  const [speaking, setSpeaking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const wasSpeaking = useRef(false);
  const typing = useRef<ReturnType<typeof setTimeout> | null>(null);
  const loading = all.some((u) => u.state === 'uploading');
  const ready = (text.trim() !== '' || all.some((u) => u.state === 'done')) && text.length <= longest && !loading;
  const page = has('attachments') ? pageIn(text, all.map((u) => u.name)) : null;
  const hasVoice = has('voice') && client.state.profile?.features?.transcription === true && canRecord();

  useEffect(() => {
    if (draft === null) return;
    setText(panel.written);
    // What was recorded was another customer's as well.
    if (draft.text === '') setSpeaking(false);
    field.current?.focus();
  }, [draft]);
  useEffect(() => {
    if (wasSpeaking.current && !speaking) field.current?.focus();
    wasSpeaking.current = speaking;
  }, [speaking]);
  useEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, tallest)}px`;
  }, [text, speaking]);

  const write = (value: string) => {
    panel.written = value;
    setText(value);
  };
  const hear = (said: string) => {
    panel.add(said);
    setText(panel.written);
    setSpeaking(false);
  };
  const stopTyping = () => {
    if (typing.current === null) return;
    clearTimeout(typing.current);
    typing.current = null;
    client.setTyping(false);
  };
  const input = (value: string) => {
    write(value);
    if (value === '') return stopTyping();
    if (typing.current === null) client.setTyping(true);
    else clearTimeout(typing.current);
    typing.current = setTimeout(stopTyping, typingPause);
  };
  const submit = () => {
    if (!ready) return;
    stopTyping();
    client.send(text, uploads.take());
    write('');
    field.current?.focus();
  };
  const keyDown = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
      e.preventDefault();
      submit();
    } else if (e.key === 'Escape' && busy) {
      e.preventDefault();
      client.stop();
    }
  };
  const paste = (e: ClipboardEvent) => {
    const pasted = [...(e.clipboardData?.files ?? [])];
    if (pasted.length === 0 || !has('attachments')) return;
    e.preventDefault();
    uploads.add(pasted);
  };
  return (
    <form class="composer" onSubmit={(e) => { e.preventDefault(); submit(); }}>
      <AttachmentTray />
      {page !== null && (
        <button type="button" class="page-card" onClick={() => uploads.addAddress(page)}>
          <Icon name="page" /><span class="upload-text"><b>{t('attachPage')}</b><small><bdi dir="ltr">{page}</bdi></small></span>
        </button>
      )}
      {speaking
        ? <VoiceBar onClose={() => setSpeaking(false)} onText={hear} />
        : (
          <div class="row">
            {has('attachments') && (
              <>
                <input class="hidden" type="file" multiple ref={files} tabIndex={-1} aria-hidden="true"
                  onChange={(e) => { uploads.add([...(e.currentTarget.files ?? [])]); e.currentTarget.value = ''; }} />
                <button type="button" class="quiet" aria-label={t('attach')} title={t('attach')} onClick={() => files.current?.click()}><Icon name="attach" /></button>
              </>
            )}
            <label class="hidden" for="message">{t('message')}</label>
            <textarea id="message" ref={field} rows={1} dir={text === '' ? undefined : 'auto'} value={text} placeholder={t('placeholder', { name })} enterkeyhint="send" autocomplete="off"
              onInput={(e) => input(e.currentTarget.value)} onKeyDown={keyDown} onPaste={paste} />
            {hasVoice && text === '' && <button type="button" class="quiet" aria-label={t('record')} title={t('record')} onClick={() => setSpeaking(true)}><Icon name="microphone" /></button>}
            {busy && text === ''
              ? <button type="button" class="round stop" aria-label={t('stop')} title={t('stop')} onClick={() => client.stop()}><Icon name="stop" /></button>
              : <button type="submit" class="round" aria-label={t('send')} title={t('send')} disabled={!ready}><Icon name="send" /></button>}
          </div>
        )}
      {text.length > nearlyFull && <output class={text.length > longest ? 'over' : ''}>{t('charactersLeft', { n: longest - text.length })}</output>}
    </form>
  );
}
