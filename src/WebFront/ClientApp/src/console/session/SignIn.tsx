import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../follow/problem';
import type { Session } from '../api/wire';
import { problemText, say } from '../words';
import { Field } from './Field';
import { sessionApi } from './sessionApi';

/** Mail address and password, and a code where the account asks for one. */
export function SignIn({ onEnter }: { onEnter: (session: Session) => void }) {
  const [given, setGiven] = useState({ email: '', password: '', code: '' });
  const [needsCode, setNeedsCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const code = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = say('signIn');
    if (needsCode) code.current?.focus();
  }, [needsCode]);

  const submit = async (e: Event) => {
    e.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onEnter(await sessionApi.signIn(given.email, given.password, needsCode ? given.code.replaceAll(/\s/g, '') : undefined));
    } catch (refusal) {
      const { code: why, retryAfter } = Problem.of(refusal);
      if (why === 'code-needed' && !needsCode) setNeedsCode(true);
      else if (retryAfter !== null) setProblem(say('lockedUntil', { time: new Date(Date.now() + retryAfter * 1000).toLocaleTimeString([], { timeStyle: 'short' }) }));
      else setProblem(problemText(why));
    }
    setBusy(false);
  };
  const change = (name: keyof typeof given) => (value: string) => setGiven({ ...given, [name]: value });
  return (
    <main class="gate">
      <form class="gate-card" onSubmit={submit}>
        <img src="/kestrel.svg" alt="" width={44} height={44} />
        <h1>{say('signIn')}</h1>
        <p class="soft">{say('signInLead')}</p>
        <Field label={say('email')} type="email" autocomplete="username" value={given.email} onValue={change('email')} />
        <Field label={say('password')} type="password" autocomplete="current-password" value={given.password} onValue={change('password')} />
        {needsCode && <Field label={say('code')} type="text" autocomplete="one-time-code" inputMode="numeric" value={given.code} onValue={change('code')} field={code} />}
        {problem !== null && <p class="problem" role="alert">{problem}</p>}
        <button type="submit" class="primary" disabled={isBusy}>{say(isBusy ? 'signingIn' : 'signIn')}</button>
      </form>
    </main>
  );
}
