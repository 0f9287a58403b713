import { memo } from 'preact/compat';
import type { Line } from '../api/wire';
import { Avatar } from '../parts/Avatar';
import { channelGlyph, Glyph } from '../parts/Glyph';
import { short } from '../parts/times';
import { isSnoozed } from '../state/lines';
import { say, sayIf } from '../words';
import { SlaChip } from './SlaChip';
import { isUnread, nameOf, whoHas } from './who';

interface Props {
  readonly line: Line;
  readonly me: string;
  readonly now: number;
  readonly readSeq: number;
  readonly isSelected: boolean;
  readonly isChecked: boolean;
  readonly isTyping: boolean;
  readonly onSelect: (id: string) => void;
  readonly onCheck: (id: string, isChecked: boolean) => void;
}

const shownTags = 2;

/** A conversation in the list. */
export const LineRow = memo(function LineRow({ line, me, now, readSeq, isSelected, isChecked, isTyping, onSelect, onCheck }: Props) {
  const name = nameOf(line);
  const who = whoHas(line, me);
  const unread = isUnread(line, readSeq);
  const at = line.lastMessage?.at ?? line.updatedAt;
  const channel = sayIf(`channel.${line.channel}`, line.channel);
  return (
    <div class={`row ${isSelected ? 'selected' : ''} ${unread ? 'unread' : ''} ${isChecked ? 'checked' : ''}`} data-conversation={line.conversationId}>
      <button type="button" class="row-button" aria-current={isSelected} onClick={() => onSelect(line.conversationId)}>
        <span class="row-face"><Avatar name={name} of={line.contactId} /><i title={channel}><Glyph name={channelGlyph(line.channel)} /></i></span>
        <span class="row-main">
          <span class="row-top"><b dir="auto">{name}</b><time dateTime={at}>{short(now - Date.parse(at))}</time></span>
          <span class="row-text" dir="auto">
            {isTyping ? <em>{say('typing')}</em> : <>{line.lastMessage !== undefined && line.lastMessage.role !== 'customer' && <span class="row-author">{line.lastMessage.author ?? say('assistant')}: </span>}<bdi>{line.lastMessage?.text ?? say('noMessage')}</bdi></>}
          </span>
          <span class="row-chips">
            <span class={`chip who-${who.kind}`}>{who.kind === 'assistant' && <Glyph name="assistant" />}{line.waitingSince !== undefined && line.status === 'waiting' ? say('waits', { time: short(now - Date.parse(line.waitingSince)) }) : who.name}</span>
            {line.sla !== undefined && line.status !== 'resolved' && <SlaChip sla={line.sla} now={now} />}
            {(line.priority === 'urgent' || line.priority === 'high') && <span class={`chip priority-${line.priority}`}>{say(`priority.${line.priority}`)}</span>}
            {isSnoozed(line, now) && <span class="chip"><Glyph name="snoozed" />{short(Date.parse(line.snoozedUntil!) - now)}</span>}
            {line.tags.slice(0, shownTags).map((t) => <span key={t} class="chip tag" dir="auto">{t}</span>)}
            {line.tags.length > shownTags && <span class="chip">+{line.tags.length - shownTags}</span>}
          </span>
        </span>
        {unread && <span class="dot"><span class="hidden">{say('unread')}</span></span>}
      </button>
      <input type="checkbox" class="row-check" checked={isChecked} aria-label={say('selectOne', { name })} onChange={(e) => onCheck(line.conversationId, e.currentTarget.checked)} />
    </div>
  );
});
