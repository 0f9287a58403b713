import type { Webhook, WebhookReport } from '../api/administration';
import { say } from '../words';

interface Props {
  readonly webhook: Webhook;
  /** How it does, once that is known. */
  readonly state: WebhookReport['webhooks'][number] | undefined;
  readonly onEdit: () => void;
  readonly onPause: (isPaused: boolean) => void;
  readonly onNewSecret: () => void;
  readonly onRemove: () => void;
}

/** A webhook in the list, and what can be done. */
export function WebhookRow({ webhook: { url, events, isPaused }, state, onEdit, onPause, onNewSecret, onRemove }: Props) {
  const isOff = isPaused || state?.disabledAt != null;
  const status = isPaused ? 'paused' : state?.disabledAt != null ? 'disabled' : state?.failingSince != null ? 'failing' : 'well';
  const look = { paused: '', disabled: 'sla-late', failing: 'caution', well: 'good' }[status];
  const button = (text: string, act: () => void, danger = '') => <button type="button" class={`link ${danger}`} aria-label={`${text}: ${url}`} onClick={act}>{text}</button>;
  return (
    <li>
      <span><b dir="ltr" class="address">{url}</b> <span class={`chip ${look}`}>{say(`webhookState.${status}`)}</span><small>{events.join(' · ')}</small></span>
      <span class="kept-acts">
        {button(say(isOff ? 'resume' : 'pause'), () => onPause(!isOff))}
        {button(say('newSecret'), onNewSecret)}
        {button(say('edit'), onEdit)}
        {button(say('delete'), onRemove, 'danger')}
      </span>
    </li>
  );
}
