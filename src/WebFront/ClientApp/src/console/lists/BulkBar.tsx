import type { BulkAction, Line } from '../api/wire';
import { Glyph } from '../parts/Glyph';
import { Menu } from '../parts/Menu';
import { useParts, useStaff } from '../parts/context';
import { inAnHour, nextMorning } from '../parts/times';
import { say } from '../words';
import { TagField } from '../context/TagField';

/** What can be done with all the conversations that are selected. */
export function BulkBar({ all }: { all: readonly Line[] }) {
  const { client } = useParts();
  const { checked, agents, seat, now } = useStaff((s) => s);
  const ids = [...checked];
  const n = ids.length;
  const run = (action: BulkAction, value: unknown, patch: (line: Line) => Partial<Line>, label: string) => client.heldBack.run(ids, action, value, patch, label);
  const snooze = (until: string) => run('snooze', until, () => ({ snoozedUntil: until }), say('bulkSnoozed', { n }));
  const assign = (agentId: string, name: string) => run('assign', agentId, () => ({ status: 'with-agent', agentId, agentName: name }), say('bulkAssigned', { n, name }));
  return (
    <div class="bulk" role="toolbar" aria-label={say('selected', { n })}>
      <b>{say('selected', { n })}</b>
      <button type="button" class="tool" title={say('resolve')} aria-label={say('resolve')} onClick={() => run('resolve', undefined, () => ({ status: 'resolved' }), say('bulkResolved', { n }))}><Glyph name="check" /></button>
      <Menu label={say('snooze')} items={[
        { label: say('snooze.hour'), run: () => snooze(inAnHour(now)) },
        { label: say('snooze.tomorrow'), run: () => snooze(nextMorning(now, 'tomorrow')) },
        { label: say('snooze.week'), run: () => snooze(nextMorning(now, 'monday')) },
      ]}><Glyph name="snoozed" /></Menu>
      {seat.role !== 'agent' && (
        <Menu label={say('assignTo')} items={[...agents.values()].map((a) => ({ label: a.profile.name, hint: say(`presence.${a.presence}`), run: () => assign(a.agentId, a.profile.name) }))}><Glyph name="handover" /></Menu>
      )}
      <button type="button" class="tool" title={say('markSpam')} aria-label={say('markSpam')} onClick={() => run('spam', undefined, () => ({ isSpam: true }), say('bulkSpam', { n }))}><Glyph name="spam" /></button>
      <TagField onTag={(tag) => run('tag', tag, (l) => ({ tags: l.tags.includes(tag) ? l.tags : [...l.tags, tag] }), say('bulkTagged', { n, value: tag }))} />
      <span class="spring" />
      <button type="button" class="link" onClick={() => client.dispatch({ type: 'checked', ids: all.map((l) => l.conversationId), isChecked: true })}>{say('selectAll')}</button>
      <button type="button" class="tool" aria-label={say('clearSelection')} title={say('clearSelection')} onClick={() => client.dispatch({ type: 'checked', ids, isChecked: false })}><Glyph name="close" /></button>
    </div>
  );
}
