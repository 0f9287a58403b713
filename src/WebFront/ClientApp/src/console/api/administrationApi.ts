import type { DeskSettings, DeskView, EscalationSettings, EscalationVerdict, SlaPreview, StoreChange, StoreSettings, WebhookDelivery, WebhookReport } from './administration';

/** How the console asks. */
export type Ask = <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<T>;

const desk = (id: string) => `desks/${encodeURIComponent(id)}`;

/** What administrators set for a store; paths are below the store's own. Each refusal is a `Problem`. */
export class AdministrationApi {
  constructor(private readonly ask: Ask) {}

  desks(): Promise<readonly DeskView[]> {
    return this.ask('GET', 'desks');
  }

  putDesk(id: string, { assignment, offerSeconds }: DeskSettings): Promise<DeskSettings> {
    return this.ask('PUT', desk(id), { assignment, offerSeconds });
  }

  /** Which agents name the desk. */
  setMembers(id: string, agentIds: readonly string[]): Promise<unknown> {
    return this.ask('PUT', `${desk(id)}/members`, { agentIds });
  }

  settings(): Promise<StoreSettings> {
    return this.ask('GET', '');
  }

  /** Refused when somebody else has changed the settings since those of the revision were read. */
  changeSettings(change: StoreChange, revision: string | null): Promise<StoreSettings> {
    return this.ask('PATCH', '', { ...change, revision });
  }

  /** What would be promised by settings that are not saved yet. */
  previewSla(change: StoreChange): Promise<SlaPreview> {
    return this.ask('POST', 'sla:preview', { change });
  }

  webhooks(): Promise<WebhookReport> {
    return this.ask('GET', 'webhooks/deliveries');
  }

  redeliver({ url, conversationId, seq }: WebhookDelivery): Promise<{ changed: boolean }> {
    return this.ask('POST', 'webhooks/deliveries:redeliver', { url, conversationId, seq });
  }

  /** What rules that are not saved yet make of a customer's messages. */
  testEscalation(messages: readonly string[], settings: EscalationSettings): Promise<EscalationVerdict> {
    return this.ask('POST', 'escalations:test', { messages, settings });
  }

  deleteDesk(id: string): Promise<unknown> {
    return this.ask('DELETE', desk(id));
  }
}
