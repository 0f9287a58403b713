import { Dialog } from '../parts/Dialog';
import { say } from '../words';

interface Props {
  readonly title: string;
  readonly text: string;
  /** What the button that does it says. */
  readonly act: string;
  /** What the other one says. */
  readonly keep?: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, text, act, keep = say('cancel'), onAct, onClose }: Props) {
  return (
    <Dialog label={title} onClose={onClose}>
      <p dir="auto">{text}</p>
      <div class="form-foot">
        <button type="button" class="primary destructive" onClick={onAct}>{act}</button>
        <button type="button" class="secondary" onClick={onClose}>{keep}</button>
      </div>
    </Dialog>
  );
}
