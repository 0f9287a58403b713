import { Problem } from '../../follow/problem';
import { request } from '../../follow/request';
import type { Attachment } from '../../follow/protocol';
import { AdministrationApi } from './administrationApi';
import type {
  AgentProfile, AgentView, BulkAction, BulkResult, CannedReply, ClaimReceipt, ContextView, Copilot, KnowledgeAnswer, LinePage, Macro, SavedView, SearchHit, Suggestion, ViewFilter, Wall,
} from './wire';

type Changed = { readonly changed: boolean };

/** The staff's interface of one store, by the session's cookie. Each refusal is a `Problem`. */
export class StaffApi {
  readonly administration = new AdministrationApi((method, path, body) => this.send(method, path === '' ? this.path : `${this.path}/${path}`, body));

  constructor(
    readonly store: string,
    private readonly csrf: string,
    private readonly onSignedOut: () => void,
  ) {}

  list(filter: ViewFilter & { readonly contact?: string }, cursor: string | null, limit: number): Promise<LinePage> {
    return this.get(`${this.path}/conversations?${query({ ...filter, cursor, limit })}`);
  }

  search(terms: Readonly<Record<string, string | null>>): Promise<{ hits: readonly SearchHit[]; cursor?: string | null }> {
    return this.get(`${this.path}/conversations/search?${query({ ...terms, limit: 30 })}`);
  }

  /** The address of the export, which the browser downloads. */
  exportAddress(from: string, to: string): string {
    return `${this.path}/conversations:export?${query({ from, to })}`;
  }

  wall(): Promise<Wall> {
    return this.get(`${this.path}/wall`);
  }

  copilot(): Promise<Copilot> {
    return this.get(`${this.path}/copilot`);
  }

  canned(): Promise<readonly CannedReply[]> {
    return this.items(`${this.path}/canned-replies`);
  }

  macros(): Promise<readonly Macro[]> {
    return this.items(`${this.path}/macros`);
  }

  views(): Promise<readonly SavedView[]> {
    return this.items(`${this.path}/views`);
  }

  putView(view: SavedView): Promise<unknown> {
    return this.send('PUT', `${this.path}/views/${encodeURIComponent(view.id)}`, view);
  }

  deleteView(id: string): Promise<unknown> {
    return this.send('DELETE', `${this.path}/views/${encodeURIComponent(id)}`, undefined);
  }

  putCanned(reply: CannedReply): Promise<unknown> {
    return this.send('PUT', `${this.path}/canned-replies/${encodeURIComponent(reply.id)}`, reply);
  }

  deleteCanned(id: string): Promise<unknown> {
    return this.send('DELETE', `${this.path}/canned-replies/${encodeURIComponent(id)}`, undefined);
  }

  putMacro(macro: Macro): Promise<unknown> {
    return this.send('PUT', `${this.path}/macros/${encodeURIComponent(macro.id)}`, macro);
  }

  deleteMacro(id: string): Promise<unknown> {
    return this.send('DELETE', `${this.path}/macros/${encodeURIComponent(id)}`, undefined);
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
    return this.send('POST', `${this.path}/conversations:bulk`, { conversationIds, action, ...(value === undefined ? {} : { value }) }, keepalive);
  }

  rewrite(text: string, style: string, locale?: string): Promise<{ text: string }> {
    return this.send('POST', `${this.path}/rewrites`, { text, style, ...(locale === undefined ? {} : { locale }) });
  }

  answer(text: string): Promise<KnowledgeAnswer> {
    return this.send('POST', `${this.path}/answers`, { text, audience: 'staff' });
  }

  acceptOffer(offerId: string, agentId: string): Promise<ClaimReceipt> {
    return this.send('POST', `${this.path}/offers/${offerId}:accept`, { agentId });
  }

  declineOffer(offerId: string, agentId: string): Promise<unknown> {
    return this.send('POST', `${this.path}/offers/${offerId}:decline`, { agentId });
  }

  context(id: string): Promise<ContextView> {
    return this.get(`${of(id)}/context`);
  }

  suggest(id: string): Promise<{ suggestions: readonly Suggestion[] }> {
    return this.send('POST', `${of(id)}/suggestions`, {});
  }

  summarise(id: string): Promise<{ summary: string }> {
    return this.send('POST', `${of(id)}/summary`, {});
  }

  translate(id: string, seqs: readonly number[], locale: string): Promise<{ texts: readonly { seq: number; text: string }[] }> {
    return this.send('POST', `${of(id)}/translations`, { seqs, locale });
  }

  claim(id: string): Promise<ClaimReceipt> {
    return this.send('POST', `${of(id)}/claim`, {});
  }

  /** Stops the answer that is being written. */
  stop(id: string): Promise<unknown> {
    return this.send('POST', `${of(id)}/stop`, {});
  }

  setApproval(id: string, required: boolean): Promise<Changed> {
    return this.send('PUT', `${of(id)}/approval`, { required });
  }

  /** Runs a command of a conversation that has a name and a body and nothing else to it. */
  command(id: string, name: string, body: object): Promise<Changed> {
    return this.send('POST', `${of(id)}/${name}`, body);
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

  private async items<T>(url: string): Promise<readonly T[]> {
    return (await this.get<{ readonly items: readonly T[] }>(url)).items;
  }

  private get<T>(url: string): Promise<T> {
    return this.send('GET', url, undefined);
  }

  private async send<T>(method: string, url: string, body: unknown, keepalive = false): Promise<T> {
    try {
      return await request<T>(method, url, { headers: { 'X-CSRF': this.csrf }, body, credentials: 'same-origin', keepalive });
    } catch (e) {
      if (Problem.of(e).status === 401) this.onSignedOut();
      throw e;
    }
  }
}

const of = (conversationId: string) => `/api/conversations/${encodeURIComponent(conversationId)}`;

function query(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).filter(([, v]) => v !== undefined && v !== null && v !== '');
  return new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString();
}
