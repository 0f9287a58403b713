import '../styles/help.css';
import '../styles/help-search.css';
import { type AnswerView, answerHtml, type Hit, hitsHtml } from './render';

/** Search as one types, and an answer above the results. The pages work without it. */
const { store = '', lang = '', answer: answerWord = '', nothing = '' } = document.body.dataset;
const api = `/api/stores/${encodeURIComponent(store)}/help`;
const pauseMs = 180;

const box = document.querySelector<HTMLInputElement>('#q');
const live = document.querySelector<HTMLElement>('#live');
let timer = 0;
let running: AbortController | undefined;

async function search(query: string) {
  running?.abort();
  running = new AbortController();
  try {
    const reply = await fetch(`${api}/search?q=${encodeURIComponent(query)}&lang=${encodeURIComponent(lang)}`, { signal: running.signal });
    if (!reply.ok) return;
    const { hits } = (await reply.json()) as { hits: Hit[] };
    // Who has gone on into the hits keeps them.
    if (!live || box?.value.trim() !== query || live.contains(document.activeElement)) return;
    live.innerHTML = hitsHtml(hits, store, lang, nothing);
    live.hidden = false;
  } catch {
    // The form still works.
  }
}

box?.addEventListener('input', () => {
  window.clearTimeout(timer);
  const query = box.value.trim();
  if (query.length < 2) {
    running?.abort();
    if (live) live.hidden = true;
    return;
  }
  timer = window.setTimeout(() => void search(query), pauseMs);
});

box?.addEventListener('keydown', (e) => {
  if (e.key === 'Escape' && live) live.hidden = true;
  if (e.key === 'ArrowDown' && live && !live.hidden) {
    e.preventDefault();
    live.querySelector('a')?.focus();
  }
});

live?.addEventListener('keydown', (e) => {
  const links = [...live.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (e.key === 'Escape') {
    live.hidden = true;
    box?.focus();
  } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
    e.preventDefault();
    const next = at + (e.key === 'ArrowDown' ? 1 : -1);
    if (next < 0) box?.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  }
});

document.addEventListener('click', (e) => {
  if (live && !live.contains(e.target as Node) && e.target !== box) live.hidden = true;
});

/** A question's link opens it, as does an address that names it. */
function openTarget() {
  const target = location.hash.startsWith('#faq-') ? document.getElementById(location.hash.slice(1)) : null;
  if (target instanceof HTMLDetailsElement) target.open = true;
}

window.addEventListener('hashchange', openTarget);
openTarget();

async function ask(section: HTMLElement, text: string) {
  section.hidden = false;
  section.classList.add('busy');
  section.innerHTML = '<h2></h2><p class="wait"><i></i><i></i><i></i></p>';
  section.querySelector('h2')!.textContent = answerWord;
  try {
    const reply = await fetch(`${api}/answers`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text }) });
    const view = reply.ok ? ((await reply.json()) as AnswerView) : undefined;
    if (view?.outcome === 'answered') section.innerHTML = answerHtml(view, answerWord);
    else section.hidden = true;
  } catch {
    section.hidden = true;
  }
  section.classList.remove('busy');
}

const answer = document.querySelector<HTMLElement>('#answer');
if (answer?.dataset['ask']) void ask(answer, answer.dataset['ask']);
