import { AttachmentChips } from '../thread/AttachmentChips';
import { useLine } from '../thread/useLine';
import { Glyph } from '../parts/Glyph';
import { Resizer } from '../parts/Resizer';
import { useParts, useStaff } from '../parts/context';
import { useSelect } from '../parts/useSelect';
import { say } from '../words';
import { BriefCard } from './BriefCard';
import { ContactCard } from './ContactCard';
import { CopilotCard } from './CopilotCard';
import { Facts } from './Facts';
import { Orders } from './Orders';
import { Previous } from './Previous';
import { Section } from './Section';
import { StateCard } from './StateCard';

/** Who the customer is, what it is about, and what helps. */
export function ContextPane({ conversationId: id }: { conversationId: string }) {
  const { ui, preferences } = useParts();
  const width = useSelect(preferences, (p) => p.contextWidth);
  const context = useStaff((s) => s.contexts.get(id));
  const contact = context?.contact;
  const brief = useStaff((s) => s.threads.get(id)?.brief ?? null);
  const line = useLine(id);
  return (
    <aside class="context" aria-label={say('context')}>
      <Resizer pane="paneContext" width={width} least={260} most={520} side={-1} onWidth={(contextWidth) => preferences.change({ contextWidth })} />
      <header class="pane-head">
        <h2>{say('context')}</h2><span class="spring" />
        <button type="button" class="tool only-over" aria-label={say('close')} onClick={() => ui.show({ isContextOver: false })}><Glyph name="close" /></button>
      </header>
      <div class="context-body">
        {line !== undefined && <ContactCard line={line} context={context} />}
        {line !== undefined && <StateCard line={line} />}
        {brief !== null && brief.summary !== '' && <BriefCard brief={brief} />}
        {contact !== undefined && contact.orders.length > 0 && <Section title={say('orders')}><Orders orders={contact.orders} /></Section>}
        {contact !== undefined && Object.keys(contact.attributes).length > 0 && <Section title={say('attributes')}><Facts of={contact.attributes} /></Section>}
        <CopilotCard conversationId={id} />
        {context !== undefined && (
          <>
            {context.forms.length > 0 && <Section title={say('forms')}>{context.forms.map((f) => <Facts key={`${f.formId} ${f.at}`} of={f.values} />)}</Section>}
            {context.attachments.length > 0 && <Section title={say('files')}><AttachmentChips conversationId={id} attachments={context.attachments} /></Section>}
            {context.previous.length > 0 && <Section title={say('previous')}><Previous lines={context.previous} /></Section>}
            {context.rating !== undefined && <Section title={say('rating')}><p>{say('scoreOf', { n: context.rating.score })}{context.rating.comment !== undefined && <q dir="auto">{context.rating.comment}</q>}</p></Section>}
          </>
        )}
      </div>
    </aside>
  );
}
