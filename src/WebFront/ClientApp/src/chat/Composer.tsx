import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';

const longest = 8000;
const nearlyFull = 7500;
const typingPause = 3000;

interface Props {
  readonly placeholder: string;
  readonly draft: string;
  readonly busy: boolean;
  readonly onSend: (text: string) => void;
  readonly onStop: () => void;
  readonly onTyping: (isTyping: boolean) => void;
}

/** Where the customer writes: Enter sends, Shift+Enter makes a line, Escape stops the answer. */
export function Composer({ placeholder, draft, busy, onSend, onStop, onTyping }: Props) {
  const [text, setText] = useState(draft);
  const field = useRef<HTMLTextAreaElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout> | null>(null);
  const ready = text.trim() !== '' && text.length <= longest;

  useEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${Math.min(area.scrollHeight, 160)}px`;
  }, [text]);

  const stopTyping = () => {
    if (typing.current === null) return;
    clearTimeout(typing.current);
    typing.current = null;
    onTyping(false);
  };
  const input = (value: string) => {
    setText(value);
    if (value === '') return stopTyping();
    if (typing.current === null) onTyping(true);
    else clearTimeout(typing.current);
    typing.current = setTimeout(stopTyping, typingPause);
  };
  const submit = () => {
    if (!ready) return;
    stopTyping();
    onSend(text);
    setText('');
    field.current?.focus();
  };
  return (
    <form class="composer" onSubmit={(e) => { e.preventDefault(); submit(); }}>
      <label class="hidden" for="message">Your message</label>
      <textarea
        id="message" ref={field} rows={1} dir="auto" value={text} placeholder={placeholder} enterkeyhint="send" autocomplete="off"
        onInput={(e) => input(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
            e.preventDefault();
            submit();
          } else if (e.key === 'Escape' && busy) {
            e.preventDefault();
            onStop();
          }
        }}
      />
      {text.length > nearlyFull && <output class={text.length > longest ? 'over' : ''}>{longest - text.length}</output>}
      {busy && text === ''
        ? <button type="button" class="round stop" aria-label="Stop the answer" onClick={onStop}><Icon name="stop" /></button>
        : <button type="submit" class="round" aria-label="Send" disabled={!ready}><Icon name="send" /></button>}
    </form>
  );
}
