import { say } from '../words';
import { Glyph } from './Glyph';
import { useParts, useStaff } from './context';

/** What was just done, and how to take it back. */
export function Toasts() {
  const { client } = useParts();
  const toasts = useStaff((s) => s.toasts);
  const over = (id: string) => client.dispatch({ type: 'toast-over', id });
  return (
    <div class="toasts" role="status">
      {toasts.map((t) => (
        <div key={t.id} class={`toast ${t.isProblem ? 'problem' : ''}`}>
          <span dir="auto">{t.text}</span>
          {t.undo !== undefined && <button type="button" class="link" onClick={() => { over(t.id); t.undo!(); }}>{say('undo')}</button>}
          <button type="button" class="tool" aria-label={say('dismiss')} onClick={() => over(t.id)}><Glyph name="close" /></button>
        </div>
      ))}
    </div>
  );
}
