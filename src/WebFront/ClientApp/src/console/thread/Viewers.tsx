import { Avatar } from '../parts/Avatar';
import { useStaff } from '../parts/context';
import { say } from '../words';

const words = { viewing: 'viewing', typing: 'viewerTyping', away: 'viewerAway' } as const;

/** The colleagues who have this conversation open: a ring while one writes, faded while one looks elsewhere. */
export function Viewers({ conversationId }: { conversationId: string }) {
  const viewers = useStaff((s) => s.threads.get(conversationId)?.viewers);
  const me = useStaff((s) => s.seat.agentId);
  const others = (viewers ?? []).filter((v) => v.agentId !== me);
  return (
    <ul class="viewers">
      {others.map((v) => (
        <li key={v.agentId} class={v.state} title={say(words[v.state], { name: v.name })}>
          <Avatar name={v.name} of={v.agentId} pictureUrl={v.pictureUrl} /><span class="hidden">{say(words[v.state], { name: v.name })}</span>
        </li>
      ))}
    </ul>
  );
}
