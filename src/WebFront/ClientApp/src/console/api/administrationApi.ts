import type { DeskSettings, DeskView } from './administration';

/** How the console asks. */
export type Ask = <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<T>;

const desk = (id: string) => `desks/${encodeURIComponent(id)}`;

/** What administrators set for a store; paths are below the store's own. Each refusal is a `Problem`. */
export class AdministrationApi {
  constructor(private readonly ask: Ask) {}

  desks(): Promise<readonly DeskView[]> {
    return this.ask('GET', 'desks');
  }

  putDesk(id: string, { assignment, offerSeconds }: DeskSettings): Promise<DeskSettings> {
    return this.ask('PUT', desk(id), { assignment, offerSeconds });
  }

  /** Which agents name the desk. */
  setMembers(id: string, agentIds: readonly string[]): Promise<unknown> {
    return this.ask('PUT', `${desk(id)}/members`, { agentIds });
  }

  deleteDesk(id: string): Promise<unknown> {
    return this.ask('DELETE', desk(id));
  }
}
