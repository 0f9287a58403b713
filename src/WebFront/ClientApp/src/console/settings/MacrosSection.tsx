import type { Macro, MacroAction } from '../api/wire';
import { useParts, useStaff } from '../parts/context';
import { say } from '../words';
import { KeptSection } from './KeptSection';
import { MacroFields } from './MacroFields';

const blank = { name: '', actions: [{ action: 'reply', value: '' }] as readonly MacroAction[] };

/** The macros that everybody uses, for supervisors. */
export function MacrosSection() {
  const { client } = useParts();
  const macros = useStaff((s) => s.macros);
  return (
    <KeptSection<Macro>
      title={say('macros')} hint={say('macroHint')} items={macros} nameOf={(m) => m.name} add={say('newMacro')} blank={blank}
      line={(m) => <><b dir="auto">{m.name}</b><small>{m.actions.map((a) => say(`action.${a.action}`)).join(' · ')}</small></>}
      put={(m) => client.api.putMacro(m)} remove={(id) => client.api.deleteMacro(id)}
      fields={(edited, edit) => <MacroFields macro={edited} onChange={edit} />}
    />
  );
}
