import { useState } from 'preact/hooks';
import { Problem } from '../../follow/problem';
import type { SearchHit, Status } from '../api/wire';
import { FilterSelect } from '../lists/FilterSelect';
import { Glyph } from '../parts/Glyph';
import { useParts, useStaff } from '../parts/context';
import { Field } from '../session/Field';
import { problemText, say } from '../words';
import { HitRow } from './HitRow';

const statuses: readonly Status[] = ['open', 'waiting', 'with-agent', 'resolved'];
const empty = { q: '', contact: '', tag: '', status: '', agent: '', from: '', to: '' };

/** Finds conversations by what was said, by whom and when. */
export function SearchPage() {
  const { client } = useParts();
  const agents = useStaff((s) => s.agents);
  const role = useStaff((s) => s.seat.role);
  const [terms, setTerms] = useState(empty);
  const [found, setFound] = useState<{ hits: readonly SearchHit[]; cursor: string | null } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (key: keyof typeof empty) => (value: string) => setTerms({ ...terms, [key]: value });
  const timeOf = (day: string, end: string) => (day === '' ? '' : new Date(`${day}T${end}`).toISOString());
  const look = async (cursor: string | null) => {
    setBusy(true);
    setProblem(null);
    try {
      const { hits, cursor: next } = await client.api.search({ ...terms, from: timeOf(terms.from, '00:00:00'), to: timeOf(terms.to, '23:59:59'), cursor });
      setFound((before) => ({ hits: cursor === null ? hits : [...(before?.hits ?? []), ...hits], cursor: next ?? null }));
    } catch (e) {
      setProblem(problemText(Problem.of(e).code));
    }
    setBusy(false);
  };
  const open = (hit: SearchHit) => {
    client.dispatch({ type: 'lines', lines: [hit.line] });
    client.go('inbox', hit.line.status === 'resolved' ? 'resolved' : 'all', undefined, hit.line.conversationId);
  };
  const isAdministrator = role === 'administrator' || role === 'owner';
  return (
    <main class="page search" id="thread">
      <h1>{say('searchTitle')}</h1>
      <form class="search-form" onSubmit={(e) => { e.preventDefault(); void look(null); }}>
        <div class="search-main">
          <Field label={say('searchText')} value={terms.q} onValue={change('q')} isRequired={false} />
          <button type="submit" class="primary" disabled={isBusy}><Glyph name="search" />{say('search')}</button>
        </div>
        <div class="search-narrow">
          <Field label={say('searchContact')} value={terms.contact} onValue={change('contact')} isRequired={false} />
          <FilterSelect label={say('searchAgent')} value={terms.agent} options={[...agents.values()].map((a) => [a.agentId, a.profile.name])} onValue={change('agent')} />
          <FilterSelect label={say('searchStatus')} value={terms.status} options={statuses.map((s) => [s, say(`status.${s}`)])} onValue={change('status')} />
          <Field label={say('filterTag')} value={terms.tag} onValue={change('tag')} isRequired={false} />
          <Field label={say('searchFrom')} type="date" value={terms.from} onValue={change('from')} isRequired={false} />
          <Field label={say('searchTo')} type="date" value={terms.to} onValue={change('to')} isRequired={false} />
        </div>
      </form>
      {problem !== null && <p class="problem" role="alert">{problem}</p>}
      {found !== null && <p class="soft" role="status">{found.hits.length === 0 ? say('noHits') : say('hits', { n: `${found.hits.length}${found.cursor === null ? '' : '+'}` })}</p>}
      <ul class="hits">{found?.hits.map((h) => <li key={`${h.line.conversationId}-${h.seq}`}><HitRow hit={h} onOpen={() => open(h)} /></li>)}</ul>
      {found?.cursor != null && <button type="button" class="secondary" disabled={isBusy} onClick={() => void look(found.cursor)}>{say('moreHits')}</button>}
      {isAdministrator && <p class="export"><a class="link" href={client.api.exportAddress(timeOf(terms.from, '00:00:00'), timeOf(terms.to, '23:59:59'))} download><Glyph name="download" />{say('export')}</a></p>}
    </main>
  );
}
