import { useParts } from '../parts/context';
import { useSelect } from '../parts/useSelect';
import { say } from '../words';
import { ConfirmDialog } from './ConfirmDialog';

/** Asks before what was changed and not saved is lost. */
export function DiscardDialog() {
  const { unsaved } = useParts().client;
  const asked = useSelect(unsaved, (u) => u.asked, true);
  if (asked === null) return null;
  return <ConfirmDialog title={say('discardTitle')} text={say('discardText')} act={say('discard')} keep={say('keepEditing')} onAct={() => unsaved.discard()} onClose={() => unsaved.keep()} />;
}
