import { useState } from 'preact/hooks';
import type { AgentView, Line } from '../api/wire';
import { Avatar } from '../parts/Avatar';
import { say } from '../words';
import { WallLine } from './WallLine';

interface Props {
  readonly agent: AgentView;
  readonly lines: readonly Line[];
  readonly others: readonly AgentView[];
  readonly onMove: (line: Line, agentId: string) => void;
  readonly find: (conversationId: string) => Line | undefined;
}

/** Somebody of the team with their conversations, which can be dragged to others, or moved by a menu. */
export function AgentCard({ agent, lines, others, onMove, find }: Props) {
  const [isOver, setOver] = useState(false);
  const { profile, presence } = agent;
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    const line = find(e.dataTransfer?.getData('text/plain') ?? '');
    if (line !== undefined && line.agentId !== agent.agentId) onMove(line, agent.agentId);
  };
  return (
    <section class={`agent-card ${isOver ? 'over' : ''}`} aria-label={profile.name} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <header>
        <span class="account-face"><Avatar name={profile.name} of={agent.agentId} pictureUrl={profile.pictureUrl} /><i class={`presence ${presence}`} /></span>
        <span><b dir="auto">{profile.name}</b><small>{say(`presence.${presence}`)}</small></span>
        <span class="slots">{say('slots', { n: lines.length, of: profile.slots })}</span>
      </header>
      <meter min={0} max={Math.max(1, profile.slots)} value={Math.min(lines.length, Math.max(1, profile.slots))} aria-label={say('slots', { n: lines.length, of: profile.slots })} />
      <ul>
        {lines.map((l) => (
          <WallLine key={l.conversationId} line={l} others={others} onMove={onMove} />
        ))}
      </ul>
    </section>
  );
}
