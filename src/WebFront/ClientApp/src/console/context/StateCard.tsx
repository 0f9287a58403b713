import type { Line, Priority } from '../api/wire';
import { SlaChip } from '../lists/SlaChip';
import { Glyph } from '../parts/Glyph';
import { useParts, useStaff, useUi } from '../parts/context';
import { say } from '../words';
import { TagField } from './TagField';

const priorities: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

/** Priority, promises and tags. */
export function StateCard({ line }: { line: Line }) {
  const { client } = useParts();
  const now = useStaff((s) => s.now);
  const tagging = useUi((u) => u.tagging);
  const id = line.conversationId;
  return (
    <section class="state">
      <div class="priority" role="group" aria-label={say('priority')}>
        {priorities.map((p) => <button key={p} type="button" class={p} aria-pressed={line.priority === p} onClick={() => void client.commands.setPriority(id, p)}>{say(`priority.${p}`)}</button>)}
      </div>
      {line.sla !== undefined && line.status !== 'resolved' && <p class="sla-line">{say(`clock.${line.sla.clock}`)} <SlaChip sla={line.sla} now={now} /></p>}
      <div class="tags" role="group" aria-label={say('tags')}>
        {line.tags.map((t) => <span key={t} class="chip tag"><span dir="auto">{t}</span><button type="button" aria-label={say('removeTag', { tag: t })} onClick={() => void client.commands.tag(id, [], [t])}><Glyph name="close" /></button></span>)}
        <TagField focus={tagging} onTag={(tag) => void client.commands.tag(id, [tag], [])} />
      </div>
    </section>
  );
}
