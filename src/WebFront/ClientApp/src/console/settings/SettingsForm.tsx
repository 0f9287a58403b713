import type { ComponentChildren } from 'preact';
import type { StoreChange, StoreSettings } from '../api/administration';
import { useParts } from '../parts/context';
import { say } from '../words';
import { EditForm } from './EditForm';
import { LoadedSection } from './LoadedSection';
import { useStoreSettings } from './storeSettings';
import { useDraft } from './useDraft';

interface Props<T> {
  readonly title: string;
  readonly hint: string;
  readonly draftOf: (settings: StoreSettings) => T;
  readonly changeOf: (draft: T) => StoreChange;
  readonly fields: (draft: T, set: (draft: T) => void) => ComponentChildren;
}

/** A part of the store's settings that is one form. */
export function SettingsForm<T>(props: Props<T>) {
  const settings = useStoreSettings();
  return <LoadedSection title={props.title} hint={props.hint} loaded={settings}>{(value) => <Inner {...props} value={value} save={settings.save} read={settings.read} />}</LoadedSection>;
}

interface InnerProps<T> extends Props<T> {
  readonly value: StoreSettings;
  readonly save: (change: StoreChange) => Promise<StoreSettings>;
  readonly read: () => Promise<StoreSettings>;
}

function Inner<T>({ draftOf, changeOf, fields, value, save, read }: InnerProps<T>) {
  const { client } = useParts();
  const { draft, isDirty, set, reset } = useDraft(draftOf(value));
  const keep = async () => {
    reset(draftOf(await save(changeOf(draft))));
    client.toast(say('saved'));
  };
  // Somebody else may have changed it meanwhile.
  const cancel = () => void read().then((now) => reset(draftOf(now)), (e) => client.tellProblem(e));
  return <EditForm isDirty={isDirty} save={keep} cancel={cancel}>{fields(draft, set)}</EditForm>;
}
