import { useEffect, useState } from 'preact/hooks';
import { backoff } from '../follow/backoff';
import { Problem } from '../follow/problem';
import { Memory } from '../follow/memory';
import type { Session } from './api/wire';
import { Console } from './Console';
import { InvitationPage } from './session/InvitationPage';
import { sessionApi } from './session/sessionApi';
import { SignIn } from './session/SignIn';
import { say } from './words';

const memory = new Memory('console/session');
const invitationOf = (hash: string) => /^#invite=([\w.~-]+)/.exec(hash)?.[1] ?? null;

/** The console, or what has to be done before: signing in, or accepting an invitation. */
export function App() {
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const [invitation, setInvitation] = useState(() => invitationOf(location.hash));
  const [store, setStore] = useState(() => memory.read<string>('store'));
  const [isUnreachable, setUnreachable] = useState(false);

  const look = async () => {
    for (let failures = 0; ; failures++) {
      try {
        setSession(await sessionApi.current());
        return setUnreachable(false);
      } catch (e) {
        if (!Problem.of(e).isTransient) return setSession(null);
        setUnreachable(true);
        await new Promise((resolve) => setTimeout(resolve, backoff(failures)));
      }
    }
  };
  useEffect(() => void look(), []);

  const enter = (found: Session) => {
    // The link is good once; it is not to stay in the history.
    if (invitation !== null) history.replaceState(null, '', location.pathname);
    setInvitation(null);
    setSession(found);
  };
  const switchStore = (chosen: string) => {
    memory.write('store', chosen);
    history.replaceState(null, '', location.pathname);
    setStore(chosen);
  };
  const signOut = () => {
    if (session != null) sessionApi.signOut(session.csrf).catch(() => undefined);
    setSession(null);
  };

  if (invitation !== null) return <InvitationPage token={invitation} onEnter={enter} onLeave={() => { history.replaceState(null, '', location.pathname); setInvitation(null); }} />;
  if (session === undefined) return isUnreachable ? <main class="gate"><p role="status">{say('unreachable')}</p></main> : <main class="gate" aria-busy="true"><h1 class="hidden">{say('console')}</h1></main>;
  if (session === null) return <SignIn onEnter={enter} />;
  const seat = session.stores.find((s) => s.store === store) ?? session.stores[0];
  if (seat === undefined)
    return <main class="gate"><div class="gate-card"><h1>{say('console')}</h1><p>{say('noStores', { email: session.email })}</p><button type="button" class="primary" onClick={signOut}>{say('signOut')}</button></div></main>;
  return <Console key={seat.store} seat={seat} session={session} changeSession={setSession} signOut={signOut} switchStore={switchStore} onSignedOut={() => setSession(null)} look={() => void sessionApi.current().catch((e) => Problem.of(e).isUnauthenticated && setSession(null))} />;
}
