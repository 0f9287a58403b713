import type { ProactiveRule } from '../loader/options';

/** What is known of a visit. */
export interface Visit {
  /** Whether the page's path fits a pattern. */
  readonly isOn: (pattern: string) => boolean;
  /** For how long the page has been open, in seconds. */
  readonly seconds: number;
  /** Whether the visitor was here before. */
  readonly isReturning: boolean;
  /** The rules whose line was shown before. */
  readonly shown: readonly string[];
}

/** The first rule whose time and place it is; null when none is. */
export function dueRule(rules: readonly ProactiveRule[], visit: Visit): ProactiveRule | null {
  return (
    rules.find(
      (rule) =>
        !visit.shown.includes(rule.id) &&
        visit.seconds >= (rule.afterSeconds ?? 0) &&
        (rule.page === undefined || visit.isOn(rule.page)) &&
        (rule.returning === undefined || rule.returning === visit.isReturning),
    ) ?? null
  );
}
