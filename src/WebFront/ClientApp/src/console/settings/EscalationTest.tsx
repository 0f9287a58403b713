import { useState } from 'preact/hooks';
import type { EscalationSettings, EscalationVerdict } from '../api/administration';
import { useParts } from '../parts/context';
import { refusalText, say, sayIf } from '../words';
import { linesOf } from './escalation';
import { TextField } from './TextField';

const mostMessages = 20;

/** Tries the rules, saved or not, with a customer's messages. */
export function EscalationTest({ settings }: { settings: EscalationSettings }) {
  const { client } = useParts();
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<EscalationVerdict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const messages = linesOf(text).slice(0, mostMessages);
  const run = async () => {
    setProblem(null);
    try {
      setVerdict(await client.api.administration.testEscalation(messages, settings));
    } catch (e) {
      setVerdict(null);
      setProblem(refusalText(e));
    }
  };
  return (
    <div class="card">
      <TextField label={say('tryRules')} hint={say('tryRulesHint')} value={text} onValue={(t) => { setText(t); setVerdict(null); }} />
      <button type="button" class="secondary" disabled={messages.length === 0} onClick={() => void run()}>{say('tryIt')}</button>
      <div role="status" class="verdict">
        {problem !== null && <p class="problem" dir="auto">{problem}</p>}
        {verdict !== null && (
          <>
            <p><span class={`chip ${verdict.reason == null ? '' : 'caution'}`}>{verdict.reason == null ? say('noPerson') : say('aPerson', { reason: sayIf(`reason.${verdict.reason}`, verdict.reason) })}</span></p>
            <p class="soft">
              {[verdict.type == null ? null : say('wouldBe', { type: sayIf(`type.${verdict.type}`, verdict.type) }), verdict.desk == null ? null : say('wouldWait', { desk: verdict.desk }), say('frustrationIs', { percent: Math.round(verdict.frustration * 100) })].filter((t) => t !== null).join(' · ')}
            </p>
            {verdict.evidence != null && <blockquote dir="auto">{verdict.evidence}</blockquote>}
          </>
        )}
      </div>
    </div>
  );
}
