import { useEffect, useState } from 'preact/hooks';
import type { Line, Wall } from '../api/wire';
import { useFormats } from '../../i18n/useWords';
import { nameOf } from '../lists/who';
import { useParts, useStaff } from '../parts/context';
import { short } from '../parts/times';
import { listed, readerOf, withPending } from '../state/lines';
import { say } from '../words';
import { AgentCard } from './AgentCard';
import { WallLine } from './WallLine';

const every = 10_000;
/** How many who wait are shown, the first in the queue. */
const mostWaiting = 50;

/** What the team does now: desks, people with what they have, and the day so far. */
export function WallPage() {
  const { client } = useParts();
  const formats = useFormats();
  const { pending, lines: known, agents, now } = useStaff((s) => s);
  const [wall, setWall] = useState<Wall | null>(null);
  const look = () => {
    client.api.wall().then(setWall).catch(() => undefined);
    client.api.list({ view: 'waiting' }, null, mostWaiting).then(({ conversations }) => client.dispatch({ type: 'lines', lines: conversations })).catch(() => undefined);
  };
  useEffect(() => {
    look();
    const timer = setInterval(look, every);
    return () => clearInterval(timer);
  }, [client]);
  if (wall === null) return <main class="page" id="thread"><h1>{say('wallTitle')}</h1><div class="ghosts" role="status" aria-label={say('loading')}><i /><i /><i /></div></main>;

  // What the hub tells and what is being moved is newer than the last look.
  const lines = new Map([...wall.agents.flatMap((a) => a.lines), ...known.values()].map((l) => [l.conversationId, l]));
  const all = [...lines.values()].map((l) => withPending(l, pending));
  const waiting = listed(known, pending, { view: 'waiting' }, readerOf('', null), 'waiting', now, null).slice(0, mostWaiting);
  const find = (id: string) => all.find((l) => l.conversationId === id);
  const move = async (line: Line, agentId: string) => {
    const name = agents.get(agentId)?.profile.name ?? agentId;
    client.dispatch({ type: 'lines', lines: [line] });
    if (!(await client.commands.assign(line.conversationId, agentId))) return;
    client.toast(say('moved', { customer: nameOf(line), name }));
    look();
  };
  const onMove = (line: Line, to: string) => void move(line, to);
  const today: readonly (readonly [string, string])[] = [
    [say('todayEscalated'), formats.number(wall.today.escalated)],
    [say('todayResolved'), formats.number(wall.today.resolved)],
    [say('todayFirst'), wall.today.medianFirstResponseSeconds === undefined ? '–' : short(wall.today.medianFirstResponseSeconds * 1000)],
    [say('todayBreaches'), formats.number(wall.today.breaches)],
  ];
  return (
    <main class="page wall" id="thread">
      <h1>{say('wallTitle')}</h1>
      <section aria-label={say('wallToday')}><dl class="figures">{today.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl></section>
      {wall.desks.length > 0 && (
        <section>
          <h2>{say('wallDesks')}</h2>
          <ul class="desks">
            {wall.desks.map((d) => (
              <li key={d.desk} class={d.breached > 0 ? 'late' : d.waiting > 0 && d.freeSlots === 0 ? 'soon' : ''}>
                <b dir="auto">{d.desk}</b><strong>{say('deskWaiting', { n: d.waiting })}</strong>
                <small>{[d.longestSeconds === undefined || d.waiting === 0 ? '' : say('deskLongest', { time: short(d.longestSeconds * 1000) }), say('deskAgents', { n: d.agentsOnline }), say('freeSlots', { n: d.freeSlots })].filter((t) => t !== '').join(' · ')}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <section>
          <h2>{say('wallWaiting')}</h2>
          <ul class="wall-waiting">{waiting.map((l) => <WallLine key={l.conversationId} line={l} others={wall.agents} onMove={onMove} />)}</ul>
        </section>
      )}
      <section>
        <h2>{say('wallPeople')}</h2>
        <ul class="team">
          {wall.agents.map((a) => {
            const agent = agents.get(a.agentId) ?? a;
            const own = all.filter((l) => l.status === 'with-agent' && l.agentId === a.agentId);
            return <li key={a.agentId}><AgentCard agent={agent} lines={own} others={wall.agents.filter((o) => o.agentId !== a.agentId)} onMove={onMove} find={find} /></li>;
          })}
        </ul>
      </section>
    </main>
  );
}
