import type { Macro, MacroAction, Priority } from '../api/wire';
import type { StaffClient } from '../live/staffClient';

/** A macro says for how long in minutes. */
const minute = 60_000;

/** Runs a macro's steps one after another and stops at the first that is refused; false then. */
export async function runMacro(client: StaffClient, conversationId: string, macro: Macro): Promise<boolean> {
  for (const action of macro.actions) if (!(await runAction(client, conversationId, action))) return false;
  return true;
}

async function runAction({ commands, replies, state }: StaffClient, id: string, { action, value = '' }: MacroAction): Promise<boolean> {
  switch (action) {
    case 'reply':
      if (state.lines.get(id)?.agentId !== state.seat.agentId && !(await commands.claim(id))) return false;
      replies.send({ conversationId: id, kind: 'reply', text: value });
      return true;
    case 'note':
      replies.send({ conversationId: id, kind: 'note', text: value });
      return true;
    case 'tag':
      return commands.tag(id, [value], []);
    case 'untag':
      return commands.tag(id, [], [value]);
    case 'priority':
      return commands.setPriority(id, value as Priority);
    case 'transfer':
      return commands.transfer(id, state.agents.has(value) ? { agentId: value } : { desk: value });
    case 'snooze':
      return commands.snooze(id, new Date(Date.now() + Number(value) * minute).toISOString());
    case 'resolve':
      return commands.resolve(id);
  }
}
