import { Dialog } from '../parts/Dialog';
import { useParts } from '../parts/context';
import { say } from '../words';

interface Props {
  readonly conversationId: string;
  readonly name: string;
  readonly onNote: () => void;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** Asked before somebody replies in a colleague's conversation. */
export function OthersDialog({ conversationId, name, onNote, onTake, onClose }: Props) {
  const { client } = useParts();
  const { seat } = client.state;
  const take = async () => {
    onClose();
    if (await client.commands.assign(conversationId, seat.agentId)) onTake();
  };
  return (
    <Dialog label={say('isOthers', { name })} onClose={onClose}>
      <p>{say('isOthersText')}</p>
      <div class="form-foot">
        <button type="button" class="secondary" onClick={onClose}>{say('keepWriting')}</button>
        {seat.role !== 'agent' && <button type="button" class="secondary" onClick={() => void take()}>{say('takeFromOther')}</button>}
        <button type="button" class="primary" onClick={() => { onClose(); onNote(); }}>{say('asNote')}</button>
      </div>
    </Dialog>
  );
}
