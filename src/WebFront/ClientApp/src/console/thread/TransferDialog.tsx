import { useState } from 'preact/hooks';
import { Avatar } from '../parts/Avatar';
import { Dialog } from '../parts/Dialog';
import { useParts, useStaff } from '../parts/context';
import { say } from '../words';

/** Hands a conversation to a colleague or a desk, with a note. */
export function TransferDialog({ conversationId }: { conversationId: string }) {
  const { client, ui } = useParts();
  const { agents, lines, seat } = useStaff((s) => s);
  const [note, setNote] = useState('');
  const close = () => ui.show({ dialog: null });
  const desks = [...new Set(['main', ...[...agents.values()].flatMap((a) => a.profile.desks ?? []), ...[...lines.values()].flatMap((l) => l.desk ?? [])])].sort();
  const people = [...agents.values()].filter((a) => a.agentId !== seat.agentId).sort((a, b) => Number(b.presence === 'online') - Number(a.presence === 'online') || a.profile.name.localeCompare(b.profile.name));
  const send = (to: { agentId: string } | { desk: string }) => {
    close();
    void client.commands.transfer(conversationId, to, note.trim());
  };
  return (
    <Dialog label={say('transferTo')} onClose={close}>
      <div class="form">
        <div class="field"><label for="transfer-note">{say('transferNote')}</label><textarea id="transfer-note" rows={2} dir="auto" maxLength={2000} value={note} onInput={(e) => setNote(e.currentTarget.value)} /></div>
        <h3>{say('people')}</h3>
        <ul class="choose">
          {people.map((a) => (
            <li key={a.agentId}>
              <button type="button" disabled={a.profile.slots <= a.conversations} onClick={() => send({ agentId: a.agentId })}>
                <span class="account-face"><Avatar name={a.profile.name} of={a.agentId} pictureUrl={a.profile.pictureUrl} /><i class={`presence ${a.presence}`} /></span>
                <span dir="auto">{a.profile.name}</span><small>{say(`presence.${a.presence}`)} · {say('freeSlots', { n: Math.max(0, a.profile.slots - a.conversations) })}</small>
              </button>
            </li>
          ))}
        </ul>
        <h3>{say('desks')}</h3>
        <ul class="choose">{desks.map((d) => <li key={d}><button type="button" onClick={() => send({ desk: d })}><span dir="auto">{d}</span></button></li>)}</ul>
      </div>
    </Dialog>
  );
}
