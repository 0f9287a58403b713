import { useState } from 'preact/hooks';
import { Problem } from '../../follow/problem';
import { useParts } from '../parts/context';
import { Field } from '../session/Field';
import { sessionApi } from '../session/sessionApi';
import { problemText, say } from '../words';

/** Turns the second factor on, which takes the password and then a code, or off. */
export function TwoFactor() {
  const { session, changeSession } = useParts();
  const [password, setPassword] = useState<string | null>(null);
  const [secret, setSecret] = useState<{ secret: string; uri: string } | null>(null);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const run = (act: () => Promise<void>) => async (e: Event) => {
    e.preventDefault();
    setProblem(null);
    try {
      await act();
    } catch (refusal) {
      setProblem(problemText(Problem.of(refusal).code));
    }
  };
  const ask = run(async () => {
    if (session.twoFactor) {
      await sessionApi.removeTwoFactor(session.csrf, password ?? '');
      changeSession({ ...session, twoFactor: false });
    } else setSecret(await sessionApi.beginTwoFactor(session.csrf, password ?? ''));
    setPassword(null);
  });
  const confirm = run(async () => {
    await sessionApi.endTwoFactorSetUp(session.csrf, code.replaceAll(/\s/g, ''));
    setSecret(null);
    changeSession({ ...session, twoFactor: true });
  });
  return (
    <div class="form narrow">
      <h3>{say('twoFactor')}</h3>
      <p class="soft">{say(session.twoFactor ? 'twoFactorOn' : 'twoFactorOff')}</p>
      {secret === null && password === null && <button type="button" class="secondary" onClick={() => setPassword('')}>{say(session.twoFactor ? 'turnOff' : 'turnOn')}</button>}
      {password !== null && (
        <form class="form" onSubmit={ask}>
          <Field label={say('confirmPassword')} type="password" autocomplete="current-password" value={password} onValue={setPassword} />
          <button type="submit" class="secondary">{say('confirm')}</button>
        </form>
      )}
      {secret !== null && (
        <form class="form" onSubmit={confirm}>
          <p>{say('secretHint')}</p>
          <code class="secret">{secret.secret}</code>
          {secret.uri.startsWith('otpauth:') && <a href={secret.uri}>{say('secretOpen')}</a>}
          <Field label={say('code')} autocomplete="one-time-code" inputMode="numeric" value={code} onValue={setCode} />
          <button type="submit" class="secondary">{say('confirm')}</button>
        </form>
      )}
      {problem !== null && <p class="problem" role="alert">{problem}</p>}
    </div>
  );
}
