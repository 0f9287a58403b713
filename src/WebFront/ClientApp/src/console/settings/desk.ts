import type { Assignment, DeskView } from '../api/administration';
import type { AgentView } from '../api/wire';

export const assignments: readonly Assignment[] = ['manual', 'round-robin', 'least-busy'];

/** A desk as it is edited. */
export interface DeskDraft {
  readonly id: string;
  readonly assignment: Assignment;
  readonly offerSeconds: string;
  readonly members: readonly string[];
}

export const newDesk: DeskDraft = { id: '', assignment: 'manual', offerSeconds: '30', members: [] };

export const deskDraftOf = ({ desk, settings, members }: DeskView): DeskDraft => ({ id: desk, assignment: settings.assignment, offerSeconds: String(settings.offerSeconds), members });

/** Who serves a desk now, less whoever was taken away and with whoever was added, so that what somebody else has changed stays. */
export const membersAfter = (now: readonly string[], begun: readonly string[], chosen: readonly string[]): readonly string[] =>
  [...new Set([...now.filter((m) => chosen.includes(m) || !begun.includes(m)), ...chosen.filter((m) => !begun.includes(m))])];

/** What may stand in a desk's name, of what was written. */
export const deskIdOf = (text: string): string => text.toLowerCase().replaceAll(/[\s_]+/g, '-').replaceAll(/[^a-z0-9-]/g, '').slice(0, 40);

/** Whether somebody serves all desks because the profile names none. */
export const servesAll = (agent: AgentView): boolean => (agent.profile.desks ?? []).length === 0;

/** Who serves a desk: those who name it, and those who serve all. */
export const serving = (members: readonly string[], agents: Iterable<AgentView>): readonly AgentView[] => [...agents].filter((a) => members.includes(a.agentId) || servesAll(a));
