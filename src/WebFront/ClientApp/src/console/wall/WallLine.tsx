import type { AgentView, Line } from '../api/wire';
import { SlaChip } from '../lists/SlaChip';
import { nameOf } from '../lists/who';
import { Glyph } from '../parts/Glyph';
import { Menu } from '../parts/Menu';
import { useParts, useStaff } from '../parts/context';
import { short } from '../parts/times';
import { say } from '../words';

interface Props {
  readonly line: Line;
  /** Who may get it. */
  readonly others: readonly AgentView[];
  readonly onMove: (line: Line, agentId: string) => void;
}

/** A conversation on the wall, to be dragged to somebody or moved by a menu. */
export function WallLine({ line, others, onMove }: Props) {
  const { client } = useParts();
  const now = useStaff((s) => s.now);
  const since = line.status === 'waiting' ? (line.waitingSince ?? line.updatedAt) : line.updatedAt;
  return (
    <li class="wall-line" data-conversation={line.conversationId} draggable onDragStart={(e) => e.dataTransfer?.setData('text/plain', line.conversationId)}>
      <button type="button" onClick={() => client.go('inbox', 'all', undefined, line.conversationId)}><b dir="auto">{nameOf(line)}</b><span dir="auto">{line.lastMessage?.text}</span></button>
      {line.sla !== undefined ? <SlaChip sla={line.sla} now={now} /> : <small>{short(now - Date.parse(since))}</small>}
      <Menu label={say('moveTo', { name: nameOf(line) })} items={others.map((o) => ({ label: o.profile.name, hint: say(`presence.${o.presence}`), run: () => onMove(line, o.agentId) }))}><Glyph name="handover" /></Menu>
    </li>
  );
}
