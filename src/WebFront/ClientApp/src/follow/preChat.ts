import type { Session } from './api';
import type { ChatServices, RefusedForm } from './chatState';
import { Problem } from './problem';
import type { FormAnswer } from './protocol';

/** The form before the first message, from when it is filled in until the server has it. */
export class PreChat {
  constructor(private readonly services: Pick<ChatServices, 'api' | 'memory' | 'onProblem'>) {}

  /** Whether it was filled in or skipped. */
  get isDone(): boolean {
    return this.services.memory.read('form') !== null || this.services.memory.read('formDone') !== null;
  }

  /** What has to be filled in again. */
  get refused(): RefusedForm | null {
    return this.services.memory.read<RefusedForm>('refused');
  }

  /** Keeps the answers until there is a conversation that they belong to. */
  fill(answer: FormAnswer): void {
    this.services.memory.write('form', answer);
  }

  /** Hands over what is kept. */
  async submit(session: Session): Promise<void> {
    const { api, memory } = this.services;
    const answer = memory.read<FormAnswer>('form');
    if (answer === null) return;
    try {
      await api.submitForm(session, answer);
    } catch (e) {
      const problem = Problem.of(e);
      if (problem.isTransient || problem.isUnauthenticated) throw e;
      await this.askAgain(answer, problem);
    }
    memory.write('form', null);
    memory.write('formDone', true);
  }

  /** What was refused is in order now. */
  settle(): void {
    this.services.memory.write('refused', null);
  }

  /** The store's form is shown again with what was filled in; it may have become another one meanwhile, or none. */
  private async askAgain(answer: FormAnswer, problem: Problem): Promise<void> {
    const form = (await this.services.api.getProfile()).widget?.preChat;
    this.services.onProblem(problem.code);
    if (form != null) this.services.memory.write('refused', { form, answer, errors: problem.errors } satisfies RefusedForm);
  }
}
