import type { Presence } from '../api/wire';
import { Avatar } from '../parts/Avatar';
import { Menu, type MenuItem } from '../parts/Menu';
import { useParts } from '../parts/context';
import { say } from '../words';

const presences: readonly Presence[] = ['online', 'busy', 'away', 'offline'];

/** Who is signed in: presence, other stores, the way out. */
export function AccountMenu({ presence }: { presence: Presence }) {
  const { client, session, signOut, switchStore } = useParts();
  const { seat } = client.state;
  const stores: MenuItem[] = session.stores.filter((s) => s.store !== seat.store).map((s) => ({ label: s.name, hint: say('switchStore'), run: () => client.unsaved.leave(() => switchStore(s.store)) }));
  const items: MenuItem[] = [
    ...presences.map((p) => ({ label: say(`presence.${p}`), isChosen: p === presence, run: () => void client.setPresence(p) })),
    ...stores,
    { label: say('signOut'), run: () => client.unsaved.leave(signOut) },
  ];
  return (
    <Menu label={`${seat.agentName}, ${say(`presence.${presence}`)}`} items={items} class="account" up isNamed>
      <span class="account-face"><Avatar name={seat.agentName} of={seat.agentId} pictureUrl={seat.pictureUrl} /><i class={`presence ${presence}`} /></span>
      <span class="rail-label"><b dir="auto">{seat.agentName}</b><small>{say(`presence.${presence}`)}</small></span>
    </Menu>
  );
}
