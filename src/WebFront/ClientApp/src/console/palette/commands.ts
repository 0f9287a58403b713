import type { ConsoleParts } from '../parts/context';
import { listedOf } from '../lists/useListed';
import { nextMorning } from '../parts/times';
import { toggleTheme } from '../settings/theme';
import { isSnoozed, withPending } from '../state/lines';
import type { Line } from '../api/wire';
import type { ConsoleWord } from '../words';

/** What a command works on. */
export type Desk = Pick<ConsoleParts, 'client' | 'ui' | 'preferences'>;

/** Something that can be done by key, from the palette, or both. */
export interface Command {
  readonly id: string;
  readonly title: ConsoleWord;
  readonly group: 'conversation' | 'move' | 'write' | 'other';
  /** As `e`, `shift+e`, `alt+e`, `mod+k`; `mod` is Ctrl, or ⌘ on a Mac. Keys that are alone do nothing in text fields. */
  readonly keys: readonly string[];
  /** Whether it can be done now; always where it is missing. */
  readonly when?: (desk: Desk) => boolean;
  readonly run: (desk: Desk) => void;
}

const selectedOf = ({ client }: Desk): Line | null => {
  const { selected, lines, pending } = client.state;
  const line = selected === null ? undefined : lines.get(selected);
  return line === undefined ? null : withPending(line, pending);
};
const hasLine = (desk: Desk) => selectedOf(desk) !== null;
const isMine = (desk: Desk) => selectedOf(desk)?.status === 'with-agent' && selectedOf(desk)?.agentId === desk.client.state.seat.agentId;
const isInbox = ({ client }: Desk) => client.state.page === 'inbox';
const on = (act: (desk: Desk, line: Line) => unknown) => (desk: Desk) => {
  const line = selectedOf(desk);
  if (line !== null) void act(desk, line);
};

/** Selects the conversation so many lines further down; from none, the first. */
export function move({ client }: Desk, by: number): void {
  const all = listedOf(client.state);
  const at = all.findIndex((l) => l.conversationId === client.state.selected);
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  if (next !== undefined) client.select(next.conversationId);
}

/** Resolves and selects what came after it, which is found before the line leaves the list. */
function resolveAndNext({ client }: Desk, line: Line): void {
  const all = listedOf(client.state);
  const at = all.findIndex((l) => l.conversationId === line.conversationId);
  const next = all[at + 1] ?? all[at - 1];
  void client.commands.resolve(line.conversationId);
  client.select(next?.conversationId ?? null);
}

const lastTurn = ({ client }: Desk): string | null => {
  const thread = client.state.selected === null ? undefined : client.state.threads.get(client.state.selected);
  const turn = thread?.talk.live?.turnId ?? thread?.events.findLast((e) => typeof e.data['turnId'] === 'string')?.data['turnId'];
  return typeof turn === 'string' ? turn : null;
};

/** Every command: the one table that the palette, the help and the keys are made from. */
export const commands: readonly Command[] = [
  { id: 'next', title: 'do.next', group: 'move', keys: ['j', 'alt+j'], when: isInbox, run: (d) => move(d, 1) },
  { id: 'previous', title: 'do.previous', group: 'move', keys: ['k', 'alt+k'], when: isInbox, run: (d) => move(d, -1) },
  { id: 'unassigned', title: 'do.unassigned', group: 'move', keys: ['1'], run: ({ client }) => client.go('inbox', 'unassigned') },
  { id: 'mine', title: 'do.mine', group: 'move', keys: ['2'], run: ({ client }) => client.go('inbox', 'mine') },
  { id: 'assistant', title: 'do.assistant', group: 'move', keys: ['3'], run: ({ client }) => client.go('inbox', 'assistant') },
  { id: 'all', title: 'do.all', group: 'move', keys: ['4', 'alt+c'], run: ({ client }) => client.go('inbox', 'all') },
  { id: 'search', title: 'do.search', group: 'move', keys: ['/'], run: ({ client }) => client.go('search') },
  { id: 'wall', title: 'do.wall', group: 'move', keys: ['alt+w'], when: ({ client }) => client.state.seat.role !== 'agent', run: ({ client }) => client.go('wall') },
  { id: 'settings', title: 'do.settings', group: 'move', keys: ['alt+s'], run: ({ client }) => client.go('settings') },

  { id: 'claim', title: 'do.claim', group: 'conversation', keys: ['c', 'alt+t'], when: (d) => hasLine(d) && !isMine(d), run: on(({ client }, l) => client.commands.claim(l.conversationId)) },
  { id: 'release', title: 'do.release', group: 'conversation', keys: ['shift+c'], when: isMine, run: on(({ client }, l) => client.commands.release(l.conversationId)) },
  { id: 'resolve', title: 'do.resolve', group: 'conversation', keys: ['e', 'alt+e'], when: (d) => hasLine(d) && selectedOf(d)?.status !== 'resolved', run: on(({ client }, l) => client.commands.resolve(l.conversationId)) },
  { id: 'resolve-next', title: 'do.resolve-next', group: 'conversation', keys: ['shift+e', 'mod+alt+e'], when: (d) => hasLine(d) && selectedOf(d)?.status !== 'resolved', run: on(resolveAndNext) },
  { id: 'reopen', title: 'do.reopen', group: 'conversation', keys: ['shift+o'], when: (d) => selectedOf(d)?.status === 'resolved', run: on(({ client }, l) => client.commands.reopen(l.conversationId)) },
  { id: 'snooze', title: 'do.snooze', group: 'conversation', keys: ['z', 'alt+m'], when: hasLine, run: on(({ client }, l) => client.commands.snooze(l.conversationId, nextMorning(Date.now(), 'tomorrow'))) },
  { id: 'wake', title: 'do.wake', group: 'conversation', keys: ['shift+z'], when: (d) => hasLine(d) && isSnoozed(selectedOf(d)!, Date.now()), run: on(({ client }, l) => client.commands.snooze(l.conversationId, null)) },
  { id: 'transfer', title: 'do.transfer', group: 'conversation', keys: ['h', 'alt+h'], when: hasLine, run: ({ ui }) => ui.show({ dialog: 'transfer' }) },
  { id: 'tag', title: 'do.tag', group: 'conversation', keys: ['t'], when: hasLine, run: ({ ui, preferences }) => { preferences.change({ isContextShown: true }); ui.tag(); } },
  { id: 'urgent', title: 'do.urgent', group: 'conversation', keys: ['u'], when: hasLine, run: on(({ client }, l) => client.commands.setPriority(l.conversationId, l.priority === 'urgent' ? 'normal' : 'urgent')) },
  { id: 'spam', title: 'do.spam', group: 'conversation', keys: ['!'], when: hasLine, run: on(({ client }, l) => client.commands.setSpam(l.conversationId, !l.isSpam)) },
  { id: 'stop', title: 'do.stop', group: 'conversation', keys: ['.', 'alt+.'], when: hasLine, run: on(({ client }, l) => client.commands.stop(l.conversationId)) },
  { id: 'approval', title: 'do.approval', group: 'conversation', keys: ['v'], when: hasLine, run: on(({ client }, l) => client.commands.setApproval(l.conversationId, client.state.threads.get(l.conversationId)?.facts.approval !== true)) },
  { id: 'select', title: 'do.select', group: 'conversation', keys: ['x'], when: hasLine, run: on(({ client }, l) => client.dispatch({ type: 'checked', ids: [l.conversationId], isChecked: !client.state.checked.has(l.conversationId) })) },
  { id: 'cockpit', title: 'do.cockpit', group: 'conversation', keys: ['i'], when: (d) => lastTurn(d) !== null, run: (d) => d.ui.show({ cockpit: lastTurn(d) }) },

  { id: 'reply', title: 'do.reply', group: 'write', keys: ['r', 'alt+l'], when: hasLine, run: ({ ui }) => ui.compose('reply') },
  { id: 'note', title: 'do.note', group: 'write', keys: ['n', 'alt+p'], when: hasLine, run: ({ ui }) => ui.compose('note') },
  { id: 'whisper', title: 'do.whisper', group: 'write', keys: ['w', 'alt+i'], when: hasLine, run: ({ ui }) => ui.compose('whisper') },
  { id: 'suggest', title: 'do.suggest', group: 'write', keys: ['s', 'alt+g'], when: (d) => hasLine(d) && d.client.state.copilot?.suggestions === true, run: ({ ui }) => ui.suggest() },
  { id: 'attach', title: 'do.attach', group: 'write', keys: ['a', 'mod+alt+a'], when: hasLine, run: ({ ui }) => ui.attach() },

  { id: 'palette', title: 'do.palette', group: 'other', keys: ['mod+k'], run: ({ ui }) => ui.show({ dialog: 'palette' }) },
  { id: 'help', title: 'do.help', group: 'other', keys: ['?'], run: ({ ui }) => ui.show({ dialog: 'help' }) },
  { id: 'context', title: 'do.context', group: 'other', keys: ['d', 'alt+d'], run: ({ preferences }) => preferences.change({ isContextShown: !preferences.state.isContextShown }) },
  { id: 'rail', title: 'do.rail', group: 'other', keys: ['b', 'alt+o'], run: ({ preferences }) => preferences.change({ isRailFolded: !preferences.state.isRailFolded }) },
  { id: 'online', title: 'do.online', group: 'other', keys: [], run: ({ client }) => void client.setPresence('online') },
  { id: 'away', title: 'do.away', group: 'other', keys: [], run: ({ client }) => void client.setPresence('away') },
  { id: 'theme', title: 'do.theme', group: 'other', keys: [], run: toggleTheme },
  { id: 'close', title: 'do.close', group: 'other', keys: ['escape'], run: ({ client }) => (client.state.checked.size > 0 ? client.dispatch({ type: 'set', change: { checked: new Set() } }) : client.select(null)) },
];
