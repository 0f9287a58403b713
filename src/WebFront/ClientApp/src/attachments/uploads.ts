import type { Api, Session } from '../follow/api';
import { type ChatClient, newId } from '../follow/chatClient';
import { Problem } from '../follow/problem';
import type { Attachment } from '../follow/protocol';
import { Store } from '../follow/store';
import { largestFile, mostFiles } from './limits';

/** For how long an upload may stand still, in milliseconds: a dead network does not say so. */
const silence = 30_000;

/** A file or an address on its way to the server, for the next message. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: 'uploading' | 'done' | 'failed';
  /** How much of it has gone out, 0 to 1. */
  readonly progress: number;
  /** A picture's address in this page, for the preview. */
  readonly preview?: string;
  readonly attachment?: Attachment;
  /** Why it failed: a code. */
  readonly problem?: string;
  /** It may be taken when it is sent again. */
  readonly isTransient?: boolean;
}

export interface UploadsState {
  readonly all: readonly Upload[];
  /** The last refusal of more files, a code; null when there was none. */
  readonly refusal: string | null;
}

/** What goes with the next message. */
export class Uploads extends Store<UploadsState> {
  private readonly requests = new Map<string, XMLHttpRequest>();
  private readonly files = new Map<string, File>();
  private conversationId: string | undefined;

  constructor(
    private readonly api: Api,
    private readonly client: ChatClient,
  ) {
    super({ all: [], refusal: null });
    client.subscribe(() => this.follow(client.current?.conversationId));
  }

  /** Takes files over, as many as still fit. */
  add(files: readonly File[]): void {
    const room = mostFiles - this.state.all.length;
    this.set({ refusal: files.length > room ? 'too-many-attachments' : null });
    for (const file of files.slice(0, Math.max(0, room))) {
      const id = newId();
      this.files.set(id, file);
      const preview = /^image\/(png|jpeg|gif|webp)$/.test(file.type) ? { preview: URL.createObjectURL(file) } : {};
      const problem = file.size > largestFile ? 'file-too-large' : file.size === 0 ? 'file-empty' : undefined;
      const upload: Upload = { id, name: file.name, bytes: file.size, progress: 0, state: 'uploading', ...preview };
      this.set({ all: [...this.state.all, problem === undefined ? upload : { ...upload, state: 'failed', problem }] });
      if (problem === undefined) void this.send(id, file);
    }
  }

  addAddress(url: string): void {
    if (this.state.all.length >= mostFiles) return this.set({ refusal: 'too-many-attachments' });
    const id = newId();
    this.set({ all: [...this.state.all, { id, name: url, bytes: 0, progress: 0, state: 'uploading' }], refusal: null });
    void this.attach(id, url);
  }

  retry(id: string): void {
    const file = this.files.get(id);
    const upload = this.state.all.find((u) => u.id === id);
    if (upload === undefined) return;
    this.change(id, { state: 'uploading', progress: 0 });
    if (file !== undefined) void this.send(id, file);
    else void this.attach(id, upload.name);
  }

  /** Takes one away, also from the server if it is there. */
  remove(id: string): void {
    const upload = this.state.all.find((u) => u.id === id);
    this.requests.get(id)?.abort();
    this.forget(id);
    const attachmentId = upload?.attachment?.attachmentId;
    if (attachmentId !== undefined) this.client.within((session) => this.api.deleteAttachment(session, attachmentId)).catch(() => undefined);
  }

  /** The ids of those that are there; they belong to a message from now on. */
  take(): string[] {
    const done = this.state.all.filter((u) => u.state === 'done');
    for (const { id } of done) this.forget(id);
    return done.map((u) => u.attachment!.attachmentId);
  }

  /** What was attached to a conversation cannot be sent with the message of another one, or by another customer. */
  private follow(conversationId: string | undefined): void {
    const isOver = this.conversationId !== undefined && this.conversationId !== conversationId;
    this.conversationId = conversationId;
    if (isOver) this.wipe();
  }

  /** Takes all away, which were another customer's. */
  wipe(): void {
    for (const { id } of this.state.all) {
      this.requests.get(id)?.abort();
      this.forget(id);
    }
  }

  private send(id: string, file: File): Promise<void> {
    return this.settle(id, (session) => this.upload(session, id, file));
  }

  private attach(id: string, url: string): Promise<void> {
    return this.settle(id, (session) => this.api.attachAddress(session, url, id));
  }

  private async settle(id: string, action: (session: Session) => Promise<Attachment>): Promise<void> {
    // By the time that there is a conversation the file may be gone, and the conversation another customer's.
    const sending = this.client.within(async (session) => {
      if (!this.state.all.some((u) => u.id === id)) throw new Problem('attachment-not-found', 'It was taken away.', 0);
      return action(session);
    });
    try {
      this.change(id, { state: 'done', progress: 1, attachment: await sending });
    } catch (e) {
      const { code, isTransient } = Problem.of(e);
      this.change(id, { state: 'failed', problem: code, isTransient });
    } finally {
      this.requests.delete(id);
    }
  }

  /** Only this kind of request says how far an upload is. */
  private upload(session: Session, id: string, file: File): Promise<Attachment> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.requests.set(id, request);
      request.open('POST', `${this.api.conversationAddress(session)}/attachments`);
      request.setRequestHeader('Authorization', `Bearer ${session.visitorToken}`);
      let timer = setTimeout(() => request.abort(), silence);
      request.upload.onprogress = (e) => {
        clearTimeout(timer);
        timer = setTimeout(() => request.abort(), silence);
        if (e.lengthComputable) this.change(id, { progress: e.loaded / e.total });
      };
      request.onloadend = () => clearTimeout(timer);
      request.onload = () =>
        request.status === 201 || request.status === 200
          ? resolve(JSON.parse(request.responseText) as Attachment)
          : reject(Problem.read(request.status, request.responseText, request.getResponseHeader('Retry-After')));
      request.onerror = request.onabort = () => reject(new Problem('offline', 'No connection.', 0));
      const form = new FormData();
      form.append('clientAttachmentId', id);
      form.append('file', file, file.name);
      request.send(form);
    });
  }

  private change(id: string, change: Partial<Upload>): void {
    this.set({ all: this.state.all.map((u) => (u.id === id ? { ...u, ...change } : u)) });
  }

  private forget(id: string): void {
    const preview = this.state.all.find((u) => u.id === id)?.preview;
    if (preview !== undefined) URL.revokeObjectURL(preview);
    this.files.delete(id);
    this.set({ all: this.state.all.filter((u) => u.id !== id), refusal: null });
  }
}
