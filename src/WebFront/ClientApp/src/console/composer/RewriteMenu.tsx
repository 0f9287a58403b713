import { useState } from 'preact/hooks';
import { Glyph } from '../parts/Glyph';
import { Menu } from '../parts/Menu';
import { useParts, useStaff } from '../parts/context';
import { say, sayIf } from '../words';

interface Props {
  readonly text: string;
  /** The customer's language. */
  readonly locale: string | undefined;
  readonly onText: (text: string) => void;
}

/** Other wordings of what was written: those that the server says it can make. */
export function RewriteMenu({ text, locale, onText }: Props) {
  const { client } = useParts();
  const styles = useStaff((s) => s.copilot?.rewrites) ?? [];
  const [isBusy, setBusy] = useState(false);
  if (styles.length === 0) return null;
  const rewrite = async (style: string) => {
    setBusy(true);
    try {
      const { text: better } = await client.api.rewrite(text, style, style === 'translate' ? locale : undefined);
      onText(better);
      client.toast(sayIf(`rewrite.${style}`, style), () => onText(text));
    } catch (e) {
      client.tellProblem(e);
    }
    setBusy(false);
  };
  return <Menu label={say('rewrite')} up isDisabled={text.trim() === '' || isBusy} items={styles.map((s) => ({ label: sayIf(`rewrite.${s}`, s), run: () => void rewrite(s) }))}><Glyph name="wand" /></Menu>;
}
