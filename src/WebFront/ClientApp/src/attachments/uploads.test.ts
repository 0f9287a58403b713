import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Api, Session } from '../follow/api';
import type { ChatClient } from '../follow/chatClient';
import { Browser, jwt, Server, settle } from '../follow/testing/chat';
import { Uploads } from './uploads';

/** The addresses that were asked, by whom. */
let sent: string[];
let server: Server;
let chat: ChatClient;
let uploads: Uploads;

/** Takes every file at once. */
class Request {
  readonly upload = {};
  readonly status = 201;
  readonly responseText = JSON.stringify({ attachmentId: 'f1' });
  onload = () => undefined;
  open(_: string, url: string) {
    sent.push(url);
  }
  setRequestHeader() {}
  send() {
    queueMicrotask(() => this.onload());
  }
  abort() {}
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('XMLHttpRequest', Request);
  sent = [];
  server = new Server();
  chat = new Browser(server).open(undefined, { onWiped: () => uploads.wipe() });
  const api = {
    conversationAddress: ({ conversationId }: Session) => conversationId,
    attachAddress: async ({ conversationId }: Session) => void sent.push(conversationId),
  } as unknown as Api;
  uploads = new Uploads(api, chat);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('sends a file into the conversation that begins with it', async () => {
  uploads.add([new File(['x'], 'x.txt')]);
  await settle();
  expect(sent).toEqual(['c1/attachments']);
  expect(uploads.take()).toEqual(['f1']);
});

it('forgets with the customer what was attached before there was a conversation', async () => {
  uploads.add([new File([], 'empty.txt')]);
  chat.logout();
  expect(uploads.state.all).toEqual([]);
});

it('sends nothing that was taken away while the conversation began', async () => {
  const letBegin = server.holdUp();
  uploads.add([new File(['x'], 'x.txt')]);
  uploads.addAddress('https://example.com/x');
  await settle();
  for (const { id } of uploads.state.all) uploads.remove(id);
  letBegin();
  await settle();
  expect(chat.current?.conversationId).toBe('c1');
  expect(sent).toEqual([]);
});

it('sends nothing of one customer into the conversation of the next', async () => {
  chat.identify(jwt('ada'));
  await settle();
  uploads.add([new File(['x'], 'x.txt')]);
  uploads.addAddress('https://example.com/x');
  chat.logout();
  await settle();
  chat.send('y');
  await settle();
  expect(server.tokens).not.toContain(jwt('ada'));
  expect(sent).toEqual([]);
  expect(uploads.state.all).toEqual([]);
});
