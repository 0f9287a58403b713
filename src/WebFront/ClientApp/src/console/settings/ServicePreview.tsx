import { useEffect, useState } from 'preact/hooks';
import type { SlaPreview, StoreChange } from '../api/administration';
import { useParts } from '../parts/context';
import { refusalText, say } from '../words';

const pause = 400;
const moment = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const at = (time: string | null | undefined) => (time == null ? '–' : moment.format(new Date(time)));

/** Whether the store is open now and by when what is asked now would have to be done, by settings that are not saved yet. */
export function ServicePreview({ change }: { change: StoreChange | null }) {
  const api = useParts().client.api.administration;
  const [preview, setPreview] = useState<SlaPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = JSON.stringify(change);
  useEffect(() => {
    if (change === null) {
      setPreview(null);
      return setProblem(null);
    }
    let isOver = false;
    const take = (act: () => void) => isOver || act();
    const timer = setTimeout(() => {
      api.previewSla(change).then((p) => take(() => { setPreview(p); setProblem(null); }), (e) => take(() => setProblem(refusalText(e))));
    }, pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  if (change === null) return null;
  if (problem !== null) return <p class="problem" role="status" dir="auto">{problem}</p>;
  if (preview === null) return <p class="soft" role="status">{say('loading')}</p>;
  const when = preview.nextChange == null ? '' : say(preview.isOpen ? 'openUntil' : 'closedUntil', { time: at(preview.nextChange) });
  return (
    <div class="preview">
      <p role="status"><span class={`chip ${preview.isOpen ? 'good' : 'caution'}`}>{say(preview.isOpen ? 'openNow' : 'closedNow')}</span> {when}</p>
      {preview.promises.every((p) => p.policy == null) ? <p class="soft">{say('noPromises')}</p> : <div class="table-frame" tabIndex={0} role="region" aria-label={say('dueNow')}>
        <table>
          <caption>{say('dueNow')}</caption>
          <thead><tr><th scope="col">{say('priority')}</th><th scope="col">{say('clock.first-response')}</th><th scope="col">{say('clock.next-response')}</th><th scope="col">{say('clock.resolution')}</th></tr></thead>
          <tbody>
            {[...preview.promises].reverse().map((p) => (
              <tr key={p.priority}><th scope="row">{say(`priority.${p.priority}`)}<small dir="auto">{p.policy ?? say('noPromise')}</small></th><td>{at(p.firstResponseAt)}</td><td>{at(p.nextResponseAt)}</td><td>{at(p.resolutionAt)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>}
    </div>
  );
}
