import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../follow/problem';
import type { Webhook, WebhookDelivery } from '../api/administration';
import { useParts } from '../parts/context';
import { say } from '../words';
import { ConfirmDialog } from './ConfirmDialog';
import { Deliveries } from './Deliveries';
import { EditForm } from './EditForm';
import { LoadedSection } from './LoadedSection';
import { SecretText } from './SecretText';
import { useStoreSettings } from './storeSettings';
import { useLoaded } from './useLoaded';
import { newSecret, usualEvents } from './webhook';
import { WebhookFields } from './WebhookFields';
import { WebhookRow } from './WebhookRow';

const lookAgain = 5_000;
const mostWebhooks = 10;
const blank: Webhook = { url: '', events: usualEvents, isPaused: false };

/** Where the store's own systems are told what happens, for administrators. */
export function WebhooksSection() {
  const { client } = useParts();
  const settings = useStoreSettings();
  const report = useLoaded(() => client.api.administration.webhooks());
  const [edited, edit] = useState<{ readonly begun: Webhook; readonly webhook: Webhook } | null>(null);
  const [leaving, setLeaving] = useState<Webhook | null>(null);
  const [secret, setSecret] = useState<{ readonly url: string; readonly text: string } | null>(null);
  const webhooks = settings.value?.webhooks ?? [];
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && void report.reload(), lookAgain);
    return () => clearInterval(timer);
  }, []);
  const close = (url: string) => edit((now) => (now?.begun.url === url ? null : now));
  const cancel = () => {
    edit(null);
    settings.read().catch((e) => client.tellProblem(e));
  };
  const open = (webhook: Webhook) => client.unsaved.leave(() => edit({ begun: webhook, webhook }));
  // What somebody else has changed is shown, so that the next try begins with it.
  const keep = (kept: readonly Webhook[]) => settings.save({ webhooks: kept }).catch(async (e) => {
    if (Problem.of(e).code === 'changed-meanwhile') await settings.read().catch(() => undefined);
    throw e;
  });
  const put = async (changed: Webhook) => {
    const isNew = !webhooks.some((w) => w.url === changed.url);
    await keep(isNew ? [...webhooks, changed] : webhooks.map((w) => (w.url === changed.url ? changed : w)));
    await report.reload();
    if (changed.secret !== undefined) setSecret({ url: changed.url, text: changed.secret });
  };
  const save = async ({ begun, webhook }: { begun: Webhook; webhook: Webhook }) => {
    const isNew = begun.url === '';
    const now = webhooks.find((w) => w.url === webhook.url);
    if (isNew && now !== undefined) throw new Problem('invalid-request', say('webhookExists'), 0);
    if (!isNew && now === undefined) throw new Problem('changed-meanwhile', '', 0);
    await put(now === undefined ? { ...webhook, secret: newSecret() } : { ...now, events: webhook.events });
    close(begun.url);
    client.toast(say('saved'));
  };
  const tried = (act: Promise<unknown>) => void act.catch((e) => client.tellProblem(e));
  const remove = async ({ url }: Webhook) => {
    setLeaving(null);
    await keep(webhooks.filter((w) => w.url !== url));
    close(url);
    if (secret?.url === url) setSecret(null);
    await report.reload();
  };
  const again = async (delivery: WebhookDelivery) => {
    const { changed } = await client.api.administration.redeliver(delivery);
    client.toast(say(changed ? 'sentAgain' : 'notSentAgain'), undefined, !changed);
    await report.reload();
  };
  return (
    <>
      <LoadedSection title={say('part.webhooks')} hint={say('webhooksLead')} loaded={settings}>
        {() => (
          <>
            <ul class="kept">
              {webhooks.map((w) => (
                <WebhookRow key={w.url} webhook={w} state={report.value?.webhooks.find((s) => s.url === w.url)} onEdit={() => open(w)} onRemove={() => setLeaving(w)}
                  onPause={(isPaused) => tried(put({ ...w, isPaused }))} onNewSecret={() => tried(put({ ...w, secret: newSecret() }))} />
              ))}
            </ul>
            {secret !== null && <SecretText hint={say('secretOnce', { url: secret.url })} text={secret.text} copy={say('copySecret')} />}
            {edited === null ? webhooks.length < mostWebhooks && <button type="button" class="secondary" onClick={() => open(blank)}>{say('addWebhook')}</button> : (
              <EditForm key={edited.begun.url} takesFocus isDirty={edited.webhook !== edited.begun} save={() => save(edited)} cancel={cancel}>
                <h3 dir="auto">{edited.begun.url === '' ? say('addWebhook') : edited.begun.url}</h3>
                <WebhookFields webhook={edited.webhook} onChange={(webhook) => edit({ ...edited, webhook })} types={report.value?.eventTypes ?? []} isNew={edited.begun.url === ''} />
              </EditForm>
            )}
            {leaving !== null && <ConfirmDialog title={say('deleteOne', { name: leaving.url })} text={say('deleteWebhookText')} act={say('delete')} onAct={() => tried(remove(leaving))} onClose={() => setLeaving(null)} />}
          </>
        )}
      </LoadedSection>
      <LoadedSection title={say('deliveries')} hint={say('deliveriesLead')} loaded={report}>{({ deliveries }) => <Deliveries deliveries={deliveries} onAgain={(d) => tried(again(d))} />}</LoadedSection>
    </>
  );
}
