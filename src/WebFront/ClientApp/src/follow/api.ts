import type { WidgetOptions } from '../loader/options';
import type { Attachment, FormAnswer } from './protocol';
import { request } from './request';

/** What a store says of itself to anybody. */
export interface StoreProfile {
  readonly id: string;
  readonly name: string;
  readonly assistantName: string;
  readonly locale: string;
  readonly greeting: string;
  readonly starterQuestions: readonly string[];
  /** `open` is null where the store has no hours. */
  readonly availability?: { readonly open: boolean | null; readonly opensAt?: string; readonly closesAt?: string };
  readonly features?: { readonly transcription?: boolean };
  readonly widget?: WidgetOptions;
}

/** A conversation and the token that proves whose it is. */
export interface Session {
  readonly conversationId: string;
  readonly visitorToken: string;
}

export interface FaqCategory {
  readonly name: string;
  readonly questions: readonly { readonly id: string; readonly question: string; readonly answer: string }[];
}

export interface OutgoingMessage {
  readonly clientMessageId: string;
  readonly text: string;
  readonly attachments?: readonly string[];
}

/** Where the customer is. */
export interface PageFacts {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** The server's interface for one store. Each refusal is a `Problem`. */
export class Api {
  constructor(
    /** The server's address, ending in a slash. */
    readonly base: string,
    readonly store: string,
  ) {}

  getProfile(): Promise<StoreProfile> {
    return this.request('GET', `${this.storePath}/profile`);
  }

  getFaqs(locale: string): Promise<{ categories: readonly FaqCategory[] }> {
    return this.request('GET', `${this.storePath}/help/faqs?locale=${encodeURIComponent(locale)}`);
  }

  /** Begins a conversation; with a token it is the same customer's. */
  startConversation(locale: string, page: PageFacts, token?: string): Promise<Session> {
    return this.request('POST', `${this.storePath}/conversations`, token, { channel: 'widget', locale, page });
  }

  postMessage(session: Session, message: OutgoingMessage): Promise<{ seq: number; duplicate: boolean }> {
    return this.ask(session, 'POST', '/messages', message);
  }

  /** Takes a visitor's conversation over to the customer of a token that the store has signed. */
  identify({ conversationId, visitorToken }: Session, token: string): Promise<unknown> {
    return this.ask({ conversationId, visitorToken: token }, 'POST', '/contact', { visitorToken });
  }

  cancelTurn(session: Session): Promise<unknown> {
    return this.ask(session, 'POST', '/cancel');
  }

  rate(session: Session, rating: { messageId?: string; score: number; comment?: string }): Promise<unknown> {
    return this.ask(session, 'POST', '/ratings', rating);
  }

  submitForm(session: Session, { formId, ...answer }: FormAnswer): Promise<unknown> {
    return this.ask(session, 'POST', `/forms/${encodeURIComponent(formId)}`, answer);
  }

  attachAddress(session: Session, url: string, clientAttachmentId: string): Promise<Attachment> {
    return this.ask(session, 'POST', '/addresses', { url, clientAttachmentId });
  }

  deleteAttachment(session: Session, attachmentId: string): Promise<unknown> {
    return this.ask(session, 'DELETE', `/attachments/${attachmentId}`);
  }

  transcribe(session: Session, audio: Blob): Promise<{ text: string }> {
    const form = new FormData();
    form.append('file', audio, 'speech.webm');
    return this.ask(session, 'POST', '/transcriptions', form);
  }

  /** The address of an attachment's bytes; images carry no header, so the token goes along. */
  contentAddress(session: Session, attachmentId: string): string {
    return `${this.conversationAddress(session)}/attachments/${attachmentId}/content?access_token=${encodeURIComponent(session.visitorToken)}`;
  }

  conversationAddress(session: Session): string {
    return `${this.base}api/conversations/${session.conversationId}`;
  }

  private get storePath(): string {
    return `${this.base}api/stores/${encodeURIComponent(this.store)}`;
  }

  private ask<T>(session: Session, method: string, path: string, body?: unknown): Promise<T> {
    return this.request(method, this.conversationAddress(session) + path, session.visitorToken, body);
  }

  private request<T>(method: string, url: string, token?: string, body?: unknown): Promise<T> {
    return request<T>(method, url, { headers: token === undefined ? {} : { Authorization: `Bearer ${token}` }, body, credentials: 'omit' });
  }
}
