import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { newId } from '../../follow/chatClient';
import { useParts } from '../parts/context';
import { say } from '../words';

interface Props<T> {
  readonly title: string;
  readonly hint: string;
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly line: (item: T) => ComponentChildren;
  readonly add: string;
  /** A new one, but for its id. */
  readonly blank: Omit<T, 'id'>;
  readonly put: (item: T) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  /** The fields of the one that is edited. */
  readonly fields: (edited: T, edit: (item: T) => void) => ComponentChildren;
}

/** What supervisors keep for everybody: a list, of which one at a time is edited. */
export function KeptSection<T extends { readonly id: string }>({ title, hint, items, nameOf, line, add, blank, put, remove, fields }: Props<T>) {
  const { client } = useParts();
  const [edited, edit] = useState<T | null>(null);
  const run = async (done: Promise<unknown>) => {
    try {
      await done;
      edit(null);
      await client.loadReplies();
    } catch (e) {
      client.tellProblem(e);
    }
  };
  return (
    <section>
      <h2>{title}</h2>
      <p class="soft">{hint}</p>
      <ul class="kept">
        {items.map((item) => (
          <li key={item.id}>
            <span>{line(item)}</span>
            <button type="button" class="link" aria-label={say('editOne', { name: nameOf(item) })} onClick={() => edit(item)}>{say('edit')}</button>
            <button type="button" class="link danger" aria-label={say('deleteOne', { name: nameOf(item) })} onClick={() => void run(remove(item.id))}>{say('delete')}</button>
          </li>
        ))}
      </ul>
      {edited === null ? <button type="button" class="secondary" onClick={() => edit({ ...blank, id: newId().toLowerCase() } as T)}>{add}</button> : (
        <form class="form" onSubmit={(e) => { e.preventDefault(); void run(put(edited)); }}>
          {fields(edited, edit)}
          <div class="form-foot"><button type="submit" class="primary">{say('save')}</button><button type="button" class="secondary" onClick={() => edit(null)}>{say('cancel')}</button></div>
        </form>
      )}
    </section>
  );
}
