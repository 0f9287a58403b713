import type { Macro, MacroAction } from '../api/wire';
import { Glyph } from '../parts/Glyph';
import { Field } from '../session/Field';
import { say } from '../words';

const actions: readonly MacroAction['action'][] = ['reply', 'note', 'tag', 'untag', 'priority', 'transfer', 'snooze', 'resolve'];
const mostActions = 20;

/** A macro's name and steps. */
export function MacroFields({ macro, onChange }: { macro: Macro; onChange: (macro: Macro) => void }) {
  const steps = macro.actions;
  const change = (at: number, step: MacroAction | null) => onChange({ ...macro, actions: steps.flatMap((s, i) => (i !== at ? [s] : step === null ? [] : [step])) });
  return (
    <>
      <Field label={say('macroName')} value={macro.name} onValue={(name) => onChange({ ...macro, name })} />
      {steps.map((step, i) => (
        <div key={i} class="macro-step field">
          <select aria-label={say('macroStep', { n: i + 1 })} value={step.action} onChange={(e) => change(i, { ...step, action: e.currentTarget.value as MacroAction['action'] })}>{actions.map((a) => <option key={a} value={a}>{say(`action.${a}`)}</option>)}</select>
          {step.action !== 'resolve' && <input required maxLength={8000} dir="auto" aria-label={say(`value.${step.action}`)} placeholder={say(`value.${step.action}`)} value={step.value ?? ''} onInput={(e) => change(i, { ...step, value: e.currentTarget.value })} />}
          {steps.length > 1 && <button type="button" class="tool" aria-label={say('removeStep', { n: i + 1 })} onClick={() => change(i, null)}><Glyph name="close" /></button>}
        </div>
      ))}
      {steps.length < mostActions && <button type="button" class="link" onClick={() => onChange({ ...macro, actions: [...steps, { action: 'tag', value: '' }] })}>{say('addStep')}</button>}
    </>
  );
}
