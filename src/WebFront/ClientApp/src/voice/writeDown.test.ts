import { expect, it } from 'vitest';
import { writeDown } from './writeDown';

const start = (isAwaited: () => boolean) => {
  const heard: string[] = [];
  let answer = (_: { text: string }) => {};
  let fail = () => {};
  const server = new Promise<{ text: string }>((resolve, reject) => [answer, fail] = [resolve, reject]);
  const end = writeDown(() => server, isAwaited, (text) => heard.push(text));
  return { heard, answer, fail, end };
};

it('hands over what was said', async () => {
  const { heard, answer, end } = start(() => true);
  answer({ text: ' Hello ' });
  expect(await end).toBeNull();
  expect(heard).toEqual(['Hello']);
});

it('drops what comes after the recording was thrown away', async () => {
  let isAwaited = true;
  const { heard, answer, end } = start(() => isAwaited);
  isAwaited = false;
  answer({ text: 'Hello' });
  expect(await end).toBeNull();
  expect(heard).toEqual([]);
});

it('says that nothing was heard, and that it failed', async () => {
  const [silent, failed] = [start(() => true), start(() => true)];
  silent.answer({ text: ' ' });
  failed.fail();
  expect([await silent.end, await failed.end]).toEqual(['notHeard', 'formFailed']);
});
