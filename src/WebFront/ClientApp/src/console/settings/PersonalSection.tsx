import { useState } from 'preact/hooks';
import { useParts } from '../parts/context';
import { useSelect } from '../parts/useSelect';
import { say } from '../words';
import { PasswordForm } from './PasswordForm';
import { currentTheme, setTheme, type Theme } from './theme';
import { TwoFactor } from './TwoFactor';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** What a person sets for this browser and their account. */
export function PersonalSection() {
  const { preferences, session } = useParts();
  const set = useSelect(preferences, (p) => p);
  const [theme, choose] = useState(currentTheme);
  const [isRefused, setRefused] = useState(false);
  const notify = async (wanted: boolean) => {
    const allowed = !wanted || ('Notification' in globalThis && (await Notification.requestPermission()) === 'granted');
    setRefused(!allowed);
    preferences.change({ notifications: wanted && allowed });
  };
  const check = (label: string, value: boolean, change: (value: boolean) => void, hint?: string) => (
    <label class="check"><input type="checkbox" checked={value} onChange={(e) => change(e.currentTarget.checked)} /><span>{label}{hint !== undefined && <small>{hint}</small>}</span></label>
  );
  return (
    <>
      <section>
        <h2>{say('appearance')}</h2>
        <div class="segments" role="group" aria-label={say('theme')}>{themes.map((t) => <button key={t} type="button" aria-pressed={t === theme} onClick={() => { setTheme(t); choose(t); }}>{say(`theme.${t}`)}</button>)}</div>
      </section>
      <section>
        <h2>{say('writing')}</h2>
        {check(say('enterSends'), set.enterSends, (enterSends) => preferences.change({ enterSends }), say('enterSendsOff'))}
        {check(say('singleKeys'), set.singleKeys, (singleKeys) => preferences.change({ singleKeys }))}
      </section>
      <section>
        <h2>{say('attention')}</h2>
        {check(say('sound'), set.sound, (sound) => preferences.change({ sound }))}
        {check(say('notifications'), set.notifications, (wanted) => void notify(wanted))}
        {isRefused && <p class="problem" role="alert">{say('notificationsRefused')}</p>}
      </section>
      <section>
        <h2>{say('account')}</h2>
        <p class="soft">{session.name} · {session.email}</p>
        <PasswordForm />
        <TwoFactor />
      </section>
    </>
  );
}
