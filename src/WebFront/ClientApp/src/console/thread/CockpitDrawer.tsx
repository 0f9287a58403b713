import { useFormats } from '../../i18n/useWords';
import { Dialog } from '../parts/Dialog';
import { useParts, useStaff, useUi } from '../parts/context';
import { say, sayIf } from '../words';
import { detailsOf } from './turnDetails';

/** How an answer came about: its steps, passages with scores, tools, confidence, decision and prompt. */
export function CockpitDrawer() {
  const { ui } = useParts();
  const formats = useFormats();
  const turnId = useUi((u) => u.cockpit);
  const thread = useStaff((s) => (s.selected === null ? undefined : s.threads.get(s.selected)));
  if (turnId === null || thread === undefined) return null;
  const d = detailsOf(thread, turnId);
  const row = (label: string, value: string | null) => value !== null && <><dt>{label}</dt><dd dir="auto">{value}</dd></>;
  return (
    <Dialog label={say('cockpit')} class="drawer" onClose={() => ui.show({ cockpit: null })}>
      {d.steps.length > 0 && <><h3>{say('steps')}</h3><ol class="steps">{d.steps.map((s, i) => <li key={i} class={i === d.steps.length - 1 && d.outcome === null ? 'now' : ''}>{sayIf(`step.${s}`, s)}</li>)}</ol></>}
      <dl>
        {row(say('decision'), d.decision === null ? null : sayIf(`decision.${d.decision}`, d.decision))}
        {row(say('outcome'), d.outcome === null ? null : sayIf(`outcome.${d.outcome}`, d.outcome))}
        {d.confidence !== null && <><dt>{say('confidence')}</dt><dd><meter min={0} max={1} low={0.4} high={0.7} optimum={1} value={d.confidence} aria-label={say('confidence')} /> {formats.percent(d.confidence)}</dd></>}
        {row(say('model'), d.model)}
        {row(say('prompt'), d.prompt)}
        {row(say('tokens'), d.tokens === null ? null : say('tokensOf', { input: formats.number(d.tokens.input), output: formats.number(d.tokens.output) }))}
      </dl>
      {d.tools.length > 0 && <><h3>{say('toolCalls')}</h3><ul class="tools">{d.tools.map((t, i) => <li key={i}><b>{t.name}</b> <code>{t.text}</code></li>)}</ul></>}
      <h3>{say('passages')}</h3>
      {d.passages.length === 0 ? <p class="soft">{say('noPassages')}</p> : (
        <ol class="passages">
          {d.passages.map((p, i) => (
            <li key={i}>
              <div class="passage-title"><b dir="auto">{p.title ?? p.source}</b><span class="score">{p.score.toFixed(2)}</span></div>
              {p.section !== undefined && <small dir="auto">{p.section}</small>}
              <p dir="auto">{p.text}</p>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
