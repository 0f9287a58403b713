import type { ComponentChildren } from 'preact';
import { say } from '../words';
import type { Loaded } from './useLoaded';

interface Props<T> {
  readonly title: string;
  readonly hint: string;
  readonly loaded: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** A part of the settings that the server has to give first. */
export function LoadedSection<T>({ title, hint, loaded: { value, problem, reload }, children }: Props<T>) {
  return (
    <section>
      <h2>{title}</h2>
      <p class="soft">{hint}</p>
      {value !== null && children(value)}
      {value === null && problem === null && <p class="soft" role="status">{say('loading')}</p>}
      {problem !== null && <p class="problem" role="alert" dir="auto">{problem} <button type="button" class="link" onClick={() => void reload()}>{say('tryAgain')}</button></p>}
    </section>
  );
}
