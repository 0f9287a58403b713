import { Problem } from '../../follow/problem';
import { Store } from '../../follow/store';

/** What a server may lack; its controls are hidden then. */
export type Feature =
  | 'bulk' | 'search' | 'wall' | 'context' | 'approval' | 'whispers' | 'stop' | 'copilot' | 'suggestions' | 'summary' | 'rewrites'
  | 'translations' | 'answers' | 'canned' | 'macros' | 'views' | 'transfer' | 'assign' | 'reopen' | 'snooze' | 'spam' | 'tags' | 'priority';

const lacking = ['not-found', 'method-not-allowed', 'unknown'];

/** Whether an answer says that there is no such thing here, rather than no such conversation. */
export const saysMissing = (problem: Problem): boolean =>
  problem.status === 501 || ((problem.status === 404 || problem.status === 405) && lacking.includes(problem.code));

/** What this server has been found to lack. The one place that knows it. */
export class Capabilities extends Store<{ readonly missing: ReadonlySet<Feature> }> {
  constructor() {
    super({ missing: new Set() });
  }

  has(feature: Feature): boolean {
    return !this.state.missing.has(feature);
  }

  /** Does something that may not exist here; the refusal goes on to the caller. */
  async need<T>(feature: Feature, asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (e) {
      if (saysMissing(Problem.of(e))) this.set({ missing: new Set([...this.state.missing, feature]) });
      throw e;
    }
  }
}
