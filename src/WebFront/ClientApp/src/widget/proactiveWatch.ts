import type { Memory } from '../follow/memory';
import type { ProactiveRule } from '../loader/options';
import { host } from './host';
import { dueRule } from './proactive';

const every = 1000;

/** Watches for the moment of the store's own lines; each is shown once in a browser. */
export class Proactive {
  private readonly timer: ReturnType<typeof setInterval> | undefined;
  private readonly begun = performance.now();

  constructor(
    private readonly memory: Memory,
    private readonly rules: readonly ProactiveRule[],
    private readonly fits: (path: string, pattern: string) => boolean,
    private readonly show: (rule: ProactiveRule) => void,
  ) {
    const isReturning = memory.read('visited') === true;
    if (rules.length === 0) return;
    memory.write('visited', true);
    this.timer = setInterval(() => this.check(isReturning), every);
  }

  end(): void {
    clearInterval(this.timer);
  }

  private check(isReturning: boolean): void {
    const shown = this.memory.read<string[]>('shown') ?? [];
    const seconds = (performance.now() - this.begun) / 1000;
    const rule = dueRule(this.rules, { isOn: (pattern) => this.fits(host.location.pathname, pattern), seconds, isReturning, shown });
    if (rule === null) return;
    this.memory.write('shown', [...shown, rule.id]);
    this.show(rule);
  }
}
