import { request } from '../../follow/request';
import type { Attachment } from '../../follow/protocol';
import { AdministrationApi } from './administrationApi';
import type { Capabilities, Feature } from './capabilities';
import type {
  AgentProfile, AgentView, BulkAction, BulkResult, CannedReply, ClaimReceipt, ContextView, Copilot, KnowledgeAnswer, LinePage, Macro, SavedView, SearchHit, Suggestion, ViewFilter, Wall,
} from './wire';

type Changed = { readonly changed: boolean };

/** The staff's interface of one store, by the session's cookie. Each refusal is a `Problem`. */
export class StaffApi {
  readonly administration = new AdministrationApi((method, path, body) => this.ask(method, path === '' ? this.path : `${this.path}/${path}`, body));

  constructor(
    readonly store: string,
    private readonly csrf: string,
    private readonly features: Capabilities,
    private readonly onSignedOut: () => void,
  ) {}

  list(filter: ViewFilter & { readonly contact?: string }, cursor: string | null, limit: number): Promise<LinePage> {
    return this.get(`${this.path}/conversations?${query({ ...filter, cursor, limit })}`);
  }

  search(terms: Readonly<Record<string, string | null>>): Promise<{ hits: readonly SearchHit[]; cursor?: string | null }> {
    return this.get(`${this.path}/conversations/search?${query({ ...terms, limit: 30 })}`, 'search');
  }

  /** The address of the export, which the browser downloads. */
  exportAddress(from: string, to: string): string {
    return `${this.path}/conversations:export?${query({ from, to })}`;
  }

  wall(): Promise<Wall> {
    return this.get(`${this.path}/wall`, 'wall');
  }

  copilot(): Promise<Copilot> {
    return this.get(`${this.path}/copilot`, 'copilot');
  }

  canned(): Promise<readonly CannedReply[]> {
    return this.get<unknown>(`${this.path}/canned-replies`, 'canned').then((r) => rows<CannedReply>(r));
  }

  macros(): Promise<readonly Macro[]> {
    return this.get<unknown>(`${this.path}/macros`, 'macros').then((r) => rows<Macro>(r));
  }

  views(): Promise<readonly SavedView[]> {
    return this.get<unknown>(`${this.path}/views`, 'views').then((r) => rows<SavedView>(r));
  }

  putView(view: SavedView): Promise<unknown> {
    return this.send('PUT', `${this.path}/views/${encodeURIComponent(view.id)}`, view, 'views');
  }

  deleteView(id: string): Promise<unknown> {
    return this.send('DELETE', `${this.path}/views/${encodeURIComponent(id)}`, undefined, 'views');
  }

  putCanned(reply: CannedReply): Promise<unknown> {
    return this.send('PUT', `${this.path}/canned-replies/${encodeURIComponent(reply.id)}`, reply, 'canned');
  }

  deleteCanned(id: string): Promise<unknown> {
    return this.send('DELETE', `${this.path}/canned-replies/${encodeURIComponent(id)}`, undefined, 'canned');
  }

  putMacro(macro: Macro): Promise<unknown> {
    return this.send('PUT', `${this.path}/macros/${encodeURIComponent(macro.id)}`, macro, 'macros');
  }

  deleteMacro(id: string): Promise<unknown> {
    return this.send('DELETE', `${this.path}/macros/${encodeURIComponent(id)}`, undefined, 'macros');
  }

  putAgent(agentId: string, profile: AgentProfile): Promise<AgentView> {
    return this.send('PUT', `${this.path}/agents/${encodeURIComponent(agentId)}`, profile);
  }

  /** A link that is good once and for 7 days. */
  invite(agentId: string): Promise<{ url: string }> {
    return this.send('POST', `${this.path}/agents/${encodeURIComponent(agentId)}:invite`, {});
  }

  withdrawInvitation(agentId: string): Promise<Changed> {
    return this.send('DELETE', `${this.path}/agents/${encodeURIComponent(agentId)}/invitation`, undefined);
  }

  deleteAgent(agentId: string): Promise<unknown> {
    return this.send('DELETE', `${this.path}/agents/${encodeURIComponent(agentId)}`, undefined);
  }

  bulk(conversationIds: readonly string[], action: BulkAction, value: unknown, keepalive: boolean): Promise<{ results: readonly BulkResult[] }> {
    return this.send('POST', `${this.path}/conversations:bulk`, { conversationIds, action, ...(value === undefined ? {} : { value }) }, 'bulk', keepalive);
  }

  rewrite(text: string, style: string, locale?: string): Promise<{ text: string }> {
    return this.send('POST', `${this.path}/rewrites`, { text, style, ...(locale === undefined ? {} : { locale }) }, 'rewrites');
  }

  answer(text: string): Promise<KnowledgeAnswer> {
    return this.send('POST', `${this.path}/answers`, { text, audience: 'staff' }, 'answers');
  }

  acceptOffer(offerId: string, agentId: string): Promise<ClaimReceipt> {
    return this.send('POST', `${this.path}/offers/${offerId}:accept`, { agentId });
  }

  declineOffer(offerId: string, agentId: string): Promise<unknown> {
    return this.send('POST', `${this.path}/offers/${offerId}:decline`, { agentId });
  }

  context(id: string): Promise<ContextView> {
    return this.get(`${of(id)}/context`, 'context');
  }

  suggest(id: string): Promise<{ suggestions: readonly Suggestion[] }> {
    return this.send('POST', `${of(id)}/suggestions`, {}, 'suggestions');
  }

  summarise(id: string): Promise<{ summary: string }> {
    return this.send('POST', `${of(id)}/summary`, {}, 'summary');
  }

  translate(id: string, seqs: readonly number[], locale: string): Promise<{ texts: readonly { seq: number; text: string }[] }> {
    return this.send('POST', `${of(id)}/translations`, { seqs, locale }, 'translations');
  }

  claim(id: string): Promise<ClaimReceipt> {
    return this.send('POST', `${of(id)}/claim`, {});
  }

  /** Stops the answer that is being written. */
  stop(id: string): Promise<unknown> {
    return this.send('POST', this.features.has('stop') ? `${of(id)}/stop` : `${of(id)}/cancel`, {}, 'stop');
  }

  setApproval(id: string, required: boolean): Promise<Changed> {
    return this.send('PUT', `${of(id)}/approval`, { required }, 'approval');
  }

  /** Runs a command of a conversation that has a name and a body and nothing else to it. */
  command(id: string, name: string, body: object, feature?: Feature): Promise<Changed> {
    return this.send('POST', `${of(id)}/${name}`, body, feature);
  }

  attach(id: string, clientAttachmentId: string, file: File): Promise<Attachment> {
    const form = new FormData();
    form.append('clientAttachmentId', clientAttachmentId);
    form.append('file', file, file.name);
    return this.send('POST', `${of(id)}/attachments`, form);
  }

  attachmentAddress(id: string, attachmentId: string): string {
    return `${of(id)}/attachments/${encodeURIComponent(attachmentId)}/content`;
  }

  private get path(): string {
    return `/api/stores/${encodeURIComponent(this.store)}`;
  }

  private get<T>(url: string, feature?: Feature): Promise<T> {
    return this.ask('GET', url, undefined, feature);
  }

  private send<T>(method: string, url: string, body: unknown, feature?: Feature, keepalive = false): Promise<T> {
    return this.ask(method, url, body, feature, keepalive);
  }

  private async ask<T>(method: string, url: string, body: unknown, feature?: Feature, keepalive = false): Promise<T> {
    const asked = request<T>(method, url, { headers: { 'X-CSRF': this.csrf }, body, credentials: 'same-origin', keepalive }).catch((e: { status?: number }) => {
      if (e.status === 401) this.onSignedOut();
      throw e;
    });
    return feature === undefined ? asked : this.features.need(feature, asked);
  }
}

const of = (conversationId: string) => `/api/conversations/${encodeURIComponent(conversationId)}`;

function query(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).filter(([, v]) => v !== undefined && v !== null && v !== '');
  return new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString();
}

/** Lists come bare, or as the one list of an object beside a cursor. */
function rows<T>(reply: unknown): readonly T[] {
  if (Array.isArray(reply)) return reply as T[];
  return (Object.values(reply as object).find(Array.isArray) ?? []) as T[];
}
