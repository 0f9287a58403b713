import { fill } from '../i18n/words';
import { Problem } from '../follow/problem';
import { english } from './words/english';

/** The name of a text of the console. */
export type ConsoleWord = keyof typeof english;

/** A text with its placeholders filled. */
export const say = (key: ConsoleWord, values?: Readonly<Record<string, string | number>>): string => fill(english[key], values);

/** A text by a name that is made, where there is one; else the name itself. */
export const sayIf = (key: string, otherwise: string): string => (Object.hasOwn(english, key) ? say(key as ConsoleWord) : otherwise);

/** What a refusal's code means. */
export const problemText = (code: string): string => sayIf(`problem.${code}`, say('problem.unknown', { code }));

/** Refusals whose reason the server alone knows. */
const saidBest = ['invalid-request', 'desk-in-use'];

/** What went wrong; what is wrong with something that was entered, the server says best. */
export function refusalText(error: unknown): string {
  const problem = Problem.of(error);
  return saidBest.includes(problem.code) && problem.message !== '' ? problem.message : problemText(problem.code);
}
