import type { Line } from '../api/wire';
import { useParts, useStaff } from '../parts/context';
import { short } from '../parts/times';
import { say } from '../words';

/** The customer's earlier conversations. */
export function Previous({ lines }: { lines: readonly Line[] }) {
  const { client } = useParts();
  const now = useStaff((s) => s.now);
  const open = (line: Line) => {
    client.dispatch({ type: 'lines', lines: [line] });
    client.select(line.conversationId);
  };
  return (
    <ul class="previous">
      {lines.map((l) => (
        <li key={l.conversationId}>
          <button type="button" onClick={() => open(l)}><span dir="auto">{l.lastMessage?.text ?? say('noMessage')}</span><small>{say(`status.${l.status}`)} · {short(now - Date.parse(l.updatedAt))}</small></button>
        </li>
      ))}
    </ul>
  );
}
