import { useId, useState } from 'preact/hooks';
import { Glyph } from '../parts/Glyph';
import { say } from '../words';

const most = 400;
const written = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The days on which the store does not open. */
export function Holidays({ days, onChange }: { days: readonly string[]; onChange: (days: readonly string[]) => void }) {
  const id = useId();
  const [day, setDay] = useState('');
  const add = () => {
    if (day === '') return;
    onChange([...new Set([...days, day])].sort());
    setDay('');
  };
  return (
    <div class="field">
      <label for={id}>{say('holidays')}</label>
      {days.length > 0 && (
        <ul class="holidays">
          {days.map((d) => <li key={d} class="chip">{written.format(new Date(`${d}T00:00:00Z`))}<button type="button" aria-label={say('removeHoliday', { day: written.format(new Date(`${d}T00:00:00Z`)) })} onClick={() => onChange(days.filter((o) => o !== d))}><Glyph name="close" /></button></li>)}
        </ul>
      )}
      {days.length < most && <span class="with-button"><input id={id} type="date" value={day} onInput={(e) => setDay(e.currentTarget.value)} onKeyDown={(e) => { if (e.key === 'Enter' && day !== '') { e.preventDefault(); add(); } }} /><button type="button" class="secondary" disabled={day === ''} onClick={add}>{say('addHoliday')}</button></span>}
    </div>
  );
}
