import { useState } from 'preact/hooks';
import { newId } from '../../follow/chatClient';
import type { CannedReply } from '../api/wire';
import { useFeature, useParts, useStaff } from '../parts/context';
import { Field } from '../session/Field';
import { say } from '../words';

const variables = ['contact.name', 'contact.email', 'agent.name', 'store.name', 'conversation.id'].map((v) => `{{${v}}}`).join(' ');

/** The saved replies that everybody uses, for supervisors. */
export function RepliesSection() {
  const { client } = useParts();
  const canned = useStaff((s) => s.canned);
  const has = useFeature('canned');
  const [edited, edit] = useState<CannedReply | null>(null);
  if (!has) return null;
  const run = async (done: Promise<unknown>) => {
    try {
      await done;
      edit(null);
      await client.loadReplies();
    } catch (e) {
      client.tellProblem(e);
    }
  };
  return (
    <section>
      <h2>{say('cannedReplies')}</h2>
      <p class="soft">{say('cannedHint')}</p>
      <ul class="kept">
        {canned.map((c) => (
          <li key={c.id}>
            <span><b dir="auto">{c.title}</b> <code>/{c.shortcut}</code><small dir="auto">{c.text}</small></span>
            <button type="button" class="link" aria-label={say('editOne', { name: c.title })} onClick={() => edit(c)}>{say('edit')}</button>
            <button type="button" class="link danger" aria-label={say('deleteOne', { name: c.title })} onClick={() => void run(client.api.deleteCanned(c.id))}>{say('delete')}</button>
          </li>
        ))}
      </ul>
      {edited === null ? <button type="button" class="secondary" onClick={() => edit({ id: newId().toLowerCase(), shortcut: '', title: '', text: '' })}>{say('newReply')}</button> : (
        <form class="form" onSubmit={(e) => { e.preventDefault(); void run(client.api.putCanned(edited)); }}>
          <Field label={say('replyTitle')} value={edited.title} onValue={(title) => edit({ ...edited, title })} />
          <Field label={say('shortcut')} hint={say('shortcutHint')} value={edited.shortcut} onValue={(s) => edit({ ...edited, shortcut: s.replaceAll(/[\s/]/g, '') })} />
          <div class="field"><label for="reply-text">{say('replyText')}</label><textarea id="reply-text" rows={4} dir="auto" required maxLength={8000} aria-describedby="reply-hint" value={edited.text} onInput={(e) => edit({ ...edited, text: e.currentTarget.value })} /><small id="reply-hint">{variables}</small></div>
          <div class="form-foot"><button type="submit" class="primary">{say('save')}</button><button type="button" class="secondary" onClick={() => edit(null)}>{say('cancel')}</button></div>
        </form>
      )}
    </section>
  );
}
