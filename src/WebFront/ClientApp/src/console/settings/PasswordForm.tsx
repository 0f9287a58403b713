import { useState } from 'preact/hooks';
import { Problem } from '../../follow/problem';
import { useParts } from '../parts/context';
import { Field } from '../session/Field';
import { sessionApi } from '../session/sessionApi';
import { problemText, say } from '../words';

const shortest = 10;

/** Changes the password. */
export function PasswordForm() {
  const { client, session } = useParts();
  const [given, setGiven] = useState({ current: '', next: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (e: Event) => {
    e.preventDefault();
    setProblem(null);
    try {
      await sessionApi.setPassword(session.csrf, given.current, given.next);
      setGiven({ current: '', next: '' });
      client.toast(say('passwordChanged'));
    } catch (refusal) {
      setProblem(problemText(Problem.of(refusal).code));
    }
  };
  return (
    <form class="form narrow" onSubmit={submit}>
      <h3>{say('changePassword')}</h3>
      <Field label={say('currentPassword')} type="password" autocomplete="current-password" value={given.current} onValue={(current) => setGiven({ ...given, current })} />
      <Field label={say('newPassword')} type="password" autocomplete="new-password" minLength={shortest} hint={say('passwordHint')} value={given.next} onValue={(next) => setGiven({ ...given, next })} />
      {problem !== null && <p class="problem" role="alert">{problem}</p>}
      <button type="submit" class="secondary">{say('changePassword')}</button>
    </form>
  );
}
