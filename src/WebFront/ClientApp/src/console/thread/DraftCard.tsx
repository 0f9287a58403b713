import { useState } from 'preact/hooks';
import { AnswerText } from '../../chat/AnswerText';
import { CitationCard } from '../../chat/CitationCard';
import { useFormats } from '../../i18n/useWords';
import { useParts } from '../parts/context';
import type { ProposedDraft } from '../state/facts';
import { say } from '../words';
import { useCountdown } from './useCountdown';

/** An answer of the assistant's that waits for a person's word. */
export function DraftCard({ conversationId, draft }: { conversationId: string; draft: ProposedDraft }) {
  const { client, ui } = useParts();
  const formats = useFormats();
  const [edited, setEdited] = useState<string | null>(null);
  const [guidance, setGuidance] = useState<string | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const seconds = useCountdown(draft.expiresAt);
  const citation = draft.citations?.find((c) => c.n === open);
  const { commands } = client;
  return (
    <article class="draft-card" aria-label={say('draftTitle')}>
      <header><b>{say('draftTitle')}</b><small>{say('draftLeft', { time: say('secondsLeft', { n: seconds }) })}{draft.confidence !== undefined && ` · ${say('confidence')} ${formats.percent(draft.confidence)}`}</small></header>
      {edited === null
        ? <AnswerText text={draft.text} citations={draft.citations ?? []} open={open} onCite={(n) => setOpen(open === n ? null : n)} />
        : <textarea class="edit" dir="auto" rows={5} aria-label={say('edit')} value={edited} onInput={(e) => setEdited(e.currentTarget.value)} />}
      {citation !== undefined && <CitationCard citation={citation} onClose={() => setOpen(null)} />}
      {guidance !== null && <textarea class="edit" dir="auto" rows={2} aria-label={say('guidance')} placeholder={say('guidance')} value={guidance} onInput={(e) => setGuidance(e.currentTarget.value)} />}
      <footer>
        {guidance === null ? (
          <>
            <button type="button" class="primary small" onClick={() => void commands.approve(conversationId, draft.draftId, edited === null || edited === draft.text ? undefined : edited)}>{say(edited === null ? 'approve' : 'approveEdited')}</button>
            {edited === null && <button type="button" class="secondary small" onClick={() => setEdited(draft.text)}>{say('edit')}</button>}
            <button type="button" class="secondary small" onClick={() => setGuidance('')}>{say('reject')}</button>
          </>
        ) : (
          <>
            <button type="button" class="primary small" onClick={() => void commands.reject(conversationId, draft.draftId, guidance.trim())}>{say(guidance.trim() === '' ? 'reject' : 'rejectAndRetry')}</button>
            <button type="button" class="secondary small" onClick={() => setGuidance(null)}>{say('cancel')}</button>
          </>
        )}
        <span class="spring" />
        <button type="button" class="link small" onClick={() => ui.show({ cockpit: draft.turnId })}>{say('cockpit')}</button>
      </footer>
    </article>
  );
}
