import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../follow/problem';
import type { Invitation, Session } from '../api/wire';
import { problemText, say } from '../words';
import { Field } from './Field';
import { sessionApi } from './sessionApi';

const shortestPassword = 10;

interface Props {
  readonly token: string;
  readonly onEnter: (session: Session) => void;
  readonly onLeave: () => void;
}

/** What a one-time link leads to: the first account's set-up, or an agent's first sign-in. */
export function InvitationPage({ token, onEnter, onLeave }: Props) {
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [given, setGiven] = useState({ name: '', email: '', password: '' });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    sessionApi.invitation(token).then(
      (found) => {
        setInvitation(found);
        setGiven({ name: found.name ?? '', email: found.email ?? '', password: '' });
      },
      (e) => setProblem(problemText(Problem.of(e).code)),
    );
  }, [token]);

  const isSetUp = invitation?.purpose === 'set-up';
  const submit = async (e: Event) => {
    e.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onEnter(await sessionApi.accept(token, { password: given.password, ...(given.name === '' ? {} : { name: given.name }), ...(isSetUp ? { email: given.email } : {}) }));
    } catch (refusal) {
      setProblem(problemText(Problem.of(refusal).code));
    }
    setBusy(false);
  };
  const change = (name: keyof typeof given) => (value: string) => setGiven({ ...given, [name]: value });
  const isNew = invitation?.needsPassword !== false;
  return (
    <main class="gate">
      <form class="gate-card" onSubmit={submit}>
        <img src="/kestrel.svg" alt="" width={44} height={44} />
        <h1>{invitation === null ? say('console') : isSetUp ? say('setUpTitle') : say('inviteTitle', { name: invitation.name })}</h1>
        {invitation !== null && (
          <>
            <p class="soft">{isSetUp ? say('setUpLead') : say(isNew ? 'inviteLead' : 'inviteKnown', { email: invitation.email })}</p>
            {isSetUp && <Field label={say('email')} type="email" autocomplete="username" value={given.email} onValue={change('email')} />}
            {isNew && <Field label={say('yourName')} autocomplete="name" value={given.name} onValue={change('name')} />}
            {isNew
              ? <Field label={say('newPassword')} type="password" autocomplete="new-password" minLength={shortestPassword} hint={say('passwordHint')} value={given.password} onValue={change('password')} />
              : <Field label={say('password')} type="password" autocomplete="current-password" value={given.password} onValue={change('password')} />}
          </>
        )}
        {problem !== null && <p class="problem" role="alert">{problem}</p>}
        {invitation !== null && <button type="submit" class="primary" disabled={isBusy}>{say('begin')}</button>}
        {invitation === null && problem !== null && <button type="button" class="primary" onClick={onLeave}>{say('toSignIn')}</button>}
      </form>
    </main>
  );
}
