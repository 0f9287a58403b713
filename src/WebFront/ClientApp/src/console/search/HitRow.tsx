import type { SearchHit } from '../api/wire';
import { nameOf } from '../lists/who';
import { Avatar } from '../parts/Avatar';
import { say } from '../words';
import { markedParts } from './marked';

/** A message that was found, with what was looked for marked. */
export function HitRow({ hit, onOpen }: { hit: SearchHit; onOpen: () => void }) {
  const name = nameOf(hit.line);
  return (
    <button type="button" class="hit" onClick={onOpen}>
      <Avatar name={name} of={hit.line.contactId} />
      <span>
        <span class="row-top"><b dir="auto">{name}</b><time dateTime={hit.at}>{new Date(hit.at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}</time></span>
        <span class="hit-text" dir="auto">{hit.role !== 'customer' && <span class="row-author">{hit.author ?? say('assistant')}: </span>}{markedParts(hit.excerpt, hit.marks).map((p, i) => (p.isMarked ? <mark key={i}>{p.text}</mark> : p.text))}</span>
        <span class="row-chips"><span class="chip">{say(`status.${hit.line.status}`)}</span>{hit.line.tags.map((t) => <span key={t} class="chip tag">{t}</span>)}</span>
      </span>
    </button>
  );
}
