import { useState } from 'preact/hooks';
import { newId } from '../../follow/chatClient';
import type { Macro, MacroAction } from '../api/wire';
import { Glyph } from '../parts/Glyph';
import { useFeature, useParts, useStaff } from '../parts/context';
import { Field } from '../session/Field';
import { say } from '../words';

const actions: readonly MacroAction['action'][] = ['reply', 'note', 'tag', 'untag', 'priority', 'transfer', 'snooze', 'resolve'];
const mostActions = 20;

/** The macros that everybody uses, for supervisors. */
export function MacrosSection() {
  const { client } = useParts();
  const macros = useStaff((s) => s.macros);
  const has = useFeature('macros');
  const [edited, edit] = useState<Macro | null>(null);
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
  const steps = edited?.actions ?? [];
  const change = (at: number, step: MacroAction | null) => edited !== null && edit({ ...edited, actions: steps.flatMap((s, i) => (i !== at ? [s] : step === null ? [] : [step])) });
  return (
    <section>
      <h2>{say('macros')}</h2>
      <p class="soft">{say('macroHint')}</p>
      <ul class="kept">
        {macros.map((m) => (
          <li key={m.id}>
            <span><b dir="auto">{m.name}</b><small>{m.actions.map((a) => say(`action.${a.action}`)).join(' · ')}</small></span>
            <button type="button" class="link" aria-label={say('editOne', { name: m.name })} onClick={() => edit(m)}>{say('edit')}</button>
            <button type="button" class="link danger" aria-label={say('deleteOne', { name: m.name })} onClick={() => void run(client.api.deleteMacro(m.id))}>{say('delete')}</button>
          </li>
        ))}
      </ul>
      {edited === null ? <button type="button" class="secondary" onClick={() => edit({ id: newId().toLowerCase(), name: '', actions: [{ action: 'reply', value: '' }] })}>{say('newMacro')}</button> : (
        <form class="form" onSubmit={(e) => { e.preventDefault(); void run(client.api.putMacro(edited)); }}>
          <Field label={say('macroName')} value={edited.name} onValue={(name) => edit({ ...edited, name })} />
          {steps.map((step, i) => (
            <div key={i} class="macro-step field">
              <select aria-label={say('macroStep', { n: i + 1 })} value={step.action} onChange={(e) => change(i, { ...step, action: e.currentTarget.value as MacroAction['action'] })}>{actions.map((a) => <option key={a} value={a}>{say(`action.${a}`)}</option>)}</select>
              {step.action !== 'resolve' && <input required maxLength={8000} dir="auto" aria-label={say(`value.${step.action}`)} placeholder={say(`value.${step.action}`)} value={step.value ?? ''} onInput={(e) => change(i, { ...step, value: e.currentTarget.value })} />}
              {steps.length > 1 && <button type="button" class="tool" aria-label={say('removeStep', { n: i + 1 })} onClick={() => change(i, null)}><Glyph name="close" /></button>}
            </div>
          ))}
          {steps.length < mostActions && <button type="button" class="link" onClick={() => edit({ ...edited, actions: [...steps, { action: 'tag', value: '' }] })}>{say('addStep')}</button>}
          <div class="form-foot"><button type="submit" class="primary">{say('save')}</button><button type="button" class="secondary" onClick={() => edit(null)}>{say('cancel')}</button></div>
        </form>
      )}
    </section>
  );
}
