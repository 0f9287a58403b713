import { memo } from 'preact/compat';
import { Glyph } from '../parts/Glyph';
import { say } from '../words';

const mentioned = /(@[\p{L}\p{N}][\p{L}\p{N}._-]*)/u;

/** What the team told the team, or the assistant. */
export const NoteCard = memo(function NoteCard({ kind, at, author, text }: { kind: 'note' | 'whisper'; at: string; author: string; text: string }) {
  return (
    <article class={`note-card kind-${kind}`}>
      <span class="author" dir="auto"><Glyph name={kind} />{author} · {say(kind === 'note' ? 'note' : 'whispered')}<time dateTime={at}>{new Date(at).toLocaleTimeString([], { timeStyle: 'short' })}</time></span>
      <p class="plain" dir="auto">{text.split(mentioned).map((part, i) => (mentioned.test(part) ? <b key={i}>{part}</b> : part))}</p>
    </article>
  );
});
