import { useState } from 'preact/hooks';
import { AnswerText } from '../../chat/AnswerText';
import { CitationCard } from '../../chat/CitationCard';
import type { KnowledgeAnswer } from '../api/wire';
import { withoutMarkers } from '../composer/Suggestions';
import { Glyph } from '../parts/Glyph';
import { useParts, useStaff } from '../parts/context';
import { say } from '../words';
import { Section } from './Section';

/** Help from the store's own knowledge: answers to the agent's questions, suggested replies, a summary. */
export function CopilotCard({ conversationId }: { conversationId: string }) {
  const { client, ui } = useParts();
  const copilot = useStaff((s) => s.copilot);
  const canSummarise = copilot?.summary === true;
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState<KnowledgeAnswer | null>(null);
  const [summary, setSummary] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const run = async <T,>(asked: Promise<T>, take: (found: T) => void) => {
    setBusy(true);
    try {
      take(await asked);
    } catch (e) {
      client.tellProblem(e);
    }
    setBusy(false);
  };
  const ask = (e: Event) => {
    e.preventDefault();
    if (question.trim() !== '') void run(client.api.answer(question.trim()), setAnswer);
  };
  const citation = answer?.citations.find((c) => c.n === open);
  return (
    <Section title={say('copilot')}>
      <div class="copilot-do">
        {copilot?.suggestions === true && <button type="button" class="secondary small" onClick={() => ui.suggest()}><Glyph name="sparkle" />{say('suggest')}</button>}
        {canSummarise && <button type="button" class="secondary small" disabled={isBusy} onClick={() => void run(client.api.summarise(conversationId), (s) => setSummary(s.summary))}>{say('summarise')}</button>}
      </div>
      {summary !== null && <p class="copilot-answer" dir="auto">{summary}</p>}
      <form class="ask" onSubmit={ask}>
        <input value={question} aria-label={say('askKnowledge')} placeholder={say('askKnowledgeHint')} maxLength={500} onInput={(e) => setQuestion(e.currentTarget.value)} />
        <button type="submit" class="tool" aria-label={say('ask')} title={say('ask')} disabled={isBusy}><Glyph name="send" /></button>
      </form>
      {answer !== null && (
        <div class="copilot-answer" aria-busy={isBusy}>
          <AnswerText text={answer.answer} citations={answer.citations} open={open} onCite={(n) => setOpen(open === n ? null : n)} />
          {citation !== undefined && <CitationCard citation={citation} onClose={() => setOpen(null)} />}
          <button type="button" class="secondary small" onClick={() => ui.insert(withoutMarkers(answer.answer))}>{say('useAsReply')}</button>
        </div>
      )}
    </Section>
  );
}
