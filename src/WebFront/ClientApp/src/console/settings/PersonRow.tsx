import type { AgentView } from '../api/wire';
import { Avatar } from '../parts/Avatar';
import { say } from '../words';

interface Props {
  readonly agent: AgentView;
  /** Whether the person may be invited and removed by whoever looks. */
  readonly isRuled: boolean;
  readonly isMe: boolean;
  readonly onEdit: () => void;
  readonly onInvite: () => void;
  readonly onWithdraw: () => void;
  readonly onRemove: () => void;
}

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** A person of the store in the list, and what can be done. */
export function PersonRow({ agent: { agentId, profile, hasJoined, invitedUntil }, isRuled, isMe, onEdit, onInvite, onWithdraw, onRemove }: Props) {
  const { name, email } = profile;
  const isInvited = hasJoined !== true && invitedUntil != null;
  const facts = [say(`role.${profile.role}`), email, isInvited ? say('invitedUntil', { date: day.format(new Date(invitedUntil)) }) : undefined];
  const button = (text: string, label: string, act: () => void, look = '') => <button type="button" class={`link ${look}`} aria-label={label} title={label} onClick={act}>{text}</button>;
  return (
    <li>
      <Avatar name={name} of={agentId} pictureUrl={profile.pictureUrl ?? undefined} />
      <span><b dir="auto">{name}</b><small>{facts.filter((t) => t != null).join(' · ')}</small></span>
      <span class="kept-acts">
        {isRuled && hasJoined !== true && email != null && (isInvited ? button(say('inviteAgain'), say('inviteAgainOne', { name }), onInvite) : button(say('invite'), say('inviteOne', { name }), onInvite))}
        {isRuled && isInvited && button(say('withdraw'), say('withdrawOne', { name }), onWithdraw)}
        {button(say('edit'), say('editOne', { name }), onEdit)}
        {isRuled && !isMe && button(say('removeIt'), say('removeOne', { name }), onRemove, 'danger')}
      </span>
    </li>
  );
}
