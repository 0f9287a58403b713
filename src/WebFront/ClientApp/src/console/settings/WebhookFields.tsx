import type { Webhook } from '../api/administration';
import { Field } from '../session/Field';
import { say, sayIf } from '../words';

interface Props {
  readonly webhook: Webhook;
  readonly onChange: (webhook: Webhook) => void;
  readonly types: readonly string[];
  readonly isNew: boolean;
}

/** Where events are sent, and which. */
export function WebhookFields({ webhook, onChange, types, isNew }: Props) {
  const toggle = (type: string, isSent: boolean) => onChange({ ...webhook, events: types.filter((t) => (t === type ? isSent : webhook.events.includes(t))) });
  // Those that most want have words of their own, and come first.
  const known = types.filter((t) => sayIf(`webhook.${t}`, '') !== '');
  return (
    <>
      {isNew && <Field label={say('webhookUrl')} named="url" type="url" hint={say('webhookUrlHint')} value={webhook.url} onValue={(url) => onChange({ ...webhook, url: url.trim() })} />}
      <fieldset class="field events">
        <legend>{say('webhookEvents')}</legend>
        {[...known, ...types.filter((t) => !known.includes(t))].map((t) => (
          <label key={t} class="check">
            <input type="checkbox" checked={webhook.events.includes(t)} onChange={(e) => toggle(t, e.currentTarget.checked)} />
            {known.includes(t) ? <span>{sayIf(`webhook.${t}`, t)}<small>{t}</small></span> : <span>{t}</span>}
          </label>
        ))}
      </fieldset>
    </>
  );
}
