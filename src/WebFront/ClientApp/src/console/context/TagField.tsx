import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../words';

/** The server's limit of a tag's length, in characters. */
const longest = 40;

interface Props {
  readonly onTag: (tag: string) => void;
  /** Takes the focus when it changes. */
  readonly focus?: number;
}

/** Where a tag is written; Enter adds it. */
export function TagField({ onTag, focus = 0 }: Props) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);
  const submit = (e: Event) => {
    e.preventDefault();
    const tag = text.trim().toLowerCase().replaceAll(/\s+/g, '-');
    setText('');
    if (tag !== '') onTag(tag);
  };
  return (
    <form class="tag-field" onSubmit={submit}>
      <input ref={field} value={text} maxLength={longest} placeholder={say('addTag')} aria-label={say('newTag')} onInput={(e) => setText(e.currentTarget.value)} />
    </form>
  );
}
