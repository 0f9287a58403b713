import { useParts, useStaff } from '../parts/context';
import { isForeign, languageOf } from '../parts/languages';
import { isSnoozed } from '../state/lines';
import { say, sayIf } from '../words';
import { useLine } from './useLine';

/** What one has to know before writing: who has the conversation, and how to take it. */
export function Banner({ conversationId: id }: { conversationId: string }) {
  const { client } = useParts();
  const line = useLine(id);
  const { now, seat } = useStaff((s) => s);
  const context = useStaff((s) => s.contexts.get(id));
  const canTranslate = useStaff((s) => s.copilot?.translations === true);
  const isTranslated = useStaff((s) => s.translations.has(id));
  if (line === undefined) return null;
  const claim = <button type="button" class="primary small" onClick={() => void client.commands.claim(id)}>{say('claim')}</button>;
  const unverified = context !== undefined && !context.contact.isVerified && line.status !== 'resolved';
  return (
    <div class="banners">
      {line.isSpam && <p class="bar warn"><span>{say('bannerSpam')}</span><button type="button" class="link" onClick={() => void client.commands.setSpam(id, false)}>{say('notSpam')}</button></p>}
      {isSnoozed(line, now) && <p class="bar"><span>{say('bannerSnoozed', { time: new Date(line.snoozedUntil!).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }) })}</span><button type="button" class="link" onClick={() => void client.commands.snooze(id, null)}>{say('wake')}</button></p>}
      {line.status === 'open' && <p class="bar"><span>{say('bannerAssistant')}</span>{claim}</p>}
      {line.status === 'waiting' && <p class="bar loud"><span>{line.escalation === undefined ? say('bannerWaiting') : say('bannerAsked', { reason: sayIf(`reason.${line.escalation.reason}`, line.escalation.reason) })}</span>{claim}</p>}
      {line.status === 'with-agent' && line.agentId !== seat.agentId && (
        <p class="bar"><span>{say('bannerOther', { name: line.agentName ?? '' })}</span>
          {seat.role !== 'agent' && <button type="button" class="link" onClick={() => void client.commands.assign(id, seat.agentId)}>{say('claim')}</button>}
        </p>
      )}
      {canTranslate && line.locale !== undefined && isForeign(line.locale) && (
        <p class="bar soft"><span>{say('bannerLanguage', { language: languageOf(line.locale) })}</span><button type="button" class="link" onClick={() => client.translations.toggle(id)}>{say(isTranslated ? 'noTranslation' : 'translate')}</button></p>
      )}
      {unverified && <p class="bar soft">{say('bannerUnverified')}</p>}
    </div>
  );
}
