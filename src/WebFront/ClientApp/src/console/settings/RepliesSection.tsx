import { useParts, useStaff } from '../parts/context';
import { Field } from '../session/Field';
import { say } from '../words';
import { KeptSection } from './KeptSection';

const variables = ['contact.name', 'contact.email', 'agent.name', 'store.name', 'conversation.id'].map((v) => `{{${v}}}`).join(' ');

/** The saved replies that everybody uses, for supervisors. */
export function RepliesSection() {
  const { client } = useParts();
  const canned = useStaff((s) => s.canned);
  return (
    <KeptSection
      title={say('cannedReplies')} hint={say('cannedHint')} items={canned} nameOf={(c) => c.title} add={say('newReply')} blank={{ shortcut: '', title: '', text: '' }}
      line={(c) => <><b dir="auto">{c.title}</b> <code>/{c.shortcut}</code><small dir="auto">{c.text}</small></>}
      put={(c) => client.api.putCanned(c)} remove={(id) => client.api.deleteCanned(id)}
      fields={(edited, edit) => (
        <>
          <Field label={say('replyTitle')} value={edited.title} onValue={(title) => edit({ ...edited, title })} />
          <Field label={say('shortcut')} hint={say('shortcutHint')} value={edited.shortcut} onValue={(s) => edit({ ...edited, shortcut: s.replaceAll(/[\s/]/g, '') })} />
          <div class="field"><label for="reply-text">{say('replyText')}</label><textarea id="reply-text" rows={4} dir="auto" required maxLength={8000} aria-describedby="reply-hint" value={edited.text} onInput={(e) => edit({ ...edited, text: e.currentTarget.value })} /><small id="reply-hint">{variables}</small></div>
        </>
      )}
    />
  );
}
