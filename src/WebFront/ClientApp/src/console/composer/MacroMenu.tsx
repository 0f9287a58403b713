import type { Macro } from '../api/wire';
import { Glyph } from '../parts/Glyph';
import { Menu } from '../parts/Menu';
import { useParts, useStaff } from '../parts/context';
import { say } from '../words';
import { runMacro } from './macros';

/** Several steps under one name. */
export function MacroMenu({ conversationId }: { conversationId: string }) {
  const { client } = useParts();
  const macros = useStaff((s) => s.macros);
  if (macros.length === 0) return null;
  const run = async (macro: Macro) => {
    if (await runMacro(client, conversationId, macro)) client.toast(say('macroDone', { name: macro.name }));
  };
  return <Menu label={say('macros')} up items={macros.map((m) => ({ label: m.name, run: () => void run(m) }))}><Glyph name="macro" /></Menu>;
}
