import type { AgentView, CannedReply } from '../api/wire';

/** What the variables of a saved reply stand for. */
export interface Variables {
  readonly 'contact.name': string;
  readonly 'contact.email': string;
  readonly 'agent.name': string;
  readonly 'store.name': string;
  readonly 'conversation.id': string;
}

const most = 8;

/** A saved reply's text with its variables; one that is not known, or is empty, stays to be seen. */
export const fillVariables = (text: string, values: Variables): string =>
  text.replace(/\{\{\s*([a-z.]+)\s*\}\}/g, (whole, key: string) => (Object.hasOwn(values, key) && values[key as keyof Variables] !== '' ? values[key as keyof Variables] : whole));

/** What is being written just before the caret: `/word` at the beginning of a word, or `@word`. */
export interface Trigger {
  readonly sign: '/' | '@';
  readonly word: string;
  readonly from: number;
}

export function triggerAt(text: string, caret: number): Trigger | null {
  const found = /(?:^|\s)([/@])([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret));
  if (found === null) return null;
  const word = found[2]!;
  return { sign: found[1] as Trigger['sign'], word, from: caret - word.length - 1 };
}

/** The saved replies that a word may mean: by their shortcut first, then by their title. */
export function matchCanned(all: readonly CannedReply[], word: string): readonly CannedReply[] {
  const wanted = word.toLowerCase();
  const rank = (r: CannedReply) => (r.shortcut.toLowerCase().startsWith(wanted) ? 0 : r.title.toLowerCase().includes(wanted) ? 1 : 2);
  return all.filter((r) => rank(r) < 2).sort((a, b) => rank(a) - rank(b) || a.shortcut.localeCompare(b.shortcut)).slice(0, most);
}

/** How somebody is mentioned: the name without its spaces. */
export const mentionOf = (agent: AgentView): string => `@${agent.profile.name.replaceAll(/\s+/g, '.')}`;

export function matchAgents(all: readonly AgentView[], word: string): readonly AgentView[] {
  const wanted = word.toLowerCase();
  return all.filter((a) => mentionOf(a).slice(1).toLowerCase().includes(wanted)).slice(0, most);
}

/** The agents that a note mentions. */
export const mentionsIn = (text: string, all: readonly AgentView[]): readonly string[] =>
  all.filter((a) => new RegExp(`${escape(mentionOf(a))}(?![\\p{L}\\p{N}_-])`, 'iu').test(text)).map((a) => a.agentId);

const escape = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
