import { nameOf } from '../lists/who';
import { Glyph } from '../parts/Glyph';
import { Menu, type MenuItem } from '../parts/Menu';
import { useParts, useStaff } from '../parts/context';
import { inAnHour, nextMorning } from '../parts/times';
import { useSelect } from '../parts/useSelect';
import { isSnoozed } from '../state/lines';
import { say, sayIf } from '../words';
import { useLine } from './useLine';
import { Viewers } from './Viewers';

/** Who it is, who looks at it too, and what can be done. */
export function ThreadHead({ conversationId: id }: { conversationId: string }) {
  const { client, ui, preferences } = useParts();
  const line = useLine(id);
  const { now, seat } = useStaff((s) => s);
  const approval = useStaff((s) => s.threads.get(id)?.facts.approval === true);
  const isContextShown = useSelect(preferences, (p) => p.isContextShown);
  const canTranslate = useStaff((s) => s.copilot?.translations === true);
  const isTranslated = useStaff((s) => s.translations.has(id));
  const { commands } = client;
  const isMine = line?.status === 'with-agent' && line.agentId === seat.agentId;
  const isResolved = line?.status === 'resolved';
  const snoozed = line !== undefined && isSnoozed(line, now);
  const more: MenuItem[] = [
    ...(isMine ? [{ label: say('do.release'), run: () => void commands.release(id) }] : []),
    ...(line?.status === 'open' ? [{ label: say('escalate'), run: () => void commands.escalate(id) }] : []),
    ...(line?.status !== 'with-agent' ? [{ label: say(approval ? 'noApproval' : 'askApproval'), run: () => void commands.setApproval(id, !approval) }] : []),
    { label: say(line?.isSpam === true ? 'notSpam' : 'markSpam'), run: () => void commands.setSpam(id, line?.isSpam !== true) },
    ...(canTranslate ? [{ label: say(isTranslated ? 'noTranslation' : 'translate'), run: () => client.translations.toggle(id) }] : []),
    { label: say('copyLink'), run: () => void navigator.clipboard.writeText(location.href).then(() => client.toast(say('copied'))) },
  ];
  const toggleContext = () => {
    if (matchMedia('(max-width: 1100px)').matches) {
      preferences.change({ isContextShown: true });
      ui.show({ isContextOver: !ui.state.isContextOver });
    } else preferences.change({ isContextShown: !isContextShown });
  };
  return (
    <header class="pane-head thread-head">
      <button type="button" class="tool only-narrow" aria-label={say('back')} onClick={() => client.select(null)}><Glyph name="back" /></button>
      <div class="thread-title">
        <h1 dir="auto">{nameOf(line)}</h1>
        <small>{line === undefined ? '' : `${sayIf(`channel.${line.channel}`, line.channel)} · ${say(`status.${line.status}`)}`}</small>
      </div>
      <Viewers conversationId={id} />
      <span class="spring" />
      {(isMine || line?.status === 'waiting') && <button type="button" class="tool" aria-label={say('transfer')} title={say('transfer')} onClick={() => ui.show({ dialog: 'transfer' })}><Glyph name="handover" /></button>}
      {!isResolved && (
        <Menu label={say('snooze')} items={[
          ...(snoozed ? [{ label: say('wake'), run: () => void commands.snooze(id, null) }] : []),
          { label: say('snooze.hour'), run: () => void commands.snooze(id, inAnHour(now)) },
          { label: say('snooze.tomorrow'), run: () => void commands.snooze(id, nextMorning(now, 'tomorrow')) },
          { label: say('snooze.week'), run: () => void commands.snooze(id, nextMorning(now, 'monday')) },
        ]}><Glyph name="snoozed" /></Menu>
      )}
      {isResolved
        ? <button type="button" class="secondary" onClick={() => void commands.reopen(id)}>{say('reopen')}</button>
        : <button type="button" class="secondary resolve" onClick={() => void commands.resolve(id)}><Glyph name="check" /><span>{say('resolve')}</span></button>}
      <Menu label={say('more')} items={more}><Glyph name="more" /></Menu>
      <button type="button" class="tool" aria-label={say('showContext')} title={say('showContext')} aria-pressed={isContextShown} onClick={toggleContext}><Glyph name="details" /></button>
    </header>
  );
}
