export interface Hit {
  id: string;
  isQuestion?: boolean;
  title: string;
  excerpt: string;
}

export interface Citation {
  n: number;
  title: string;
  page?: number;
  section?: string;
  quote: string;
}

export interface AnswerView {
  answer: string;
  citations: Citation[];
  outcome: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML. */
export const escape = (text: string) => text.replace(/[&<>"']/g, (c) => escapes[c]!);

/** The hits as a list of links. */
export function hitsHtml(hits: Hit[], store: string, lang: string, nothing: string): string {
  if (hits.length === 0) return `<p>${escape(nothing)}</p>`;
  const root = `/help/${encodeURIComponent(store)}`;
  const query = lang ? `?lang=${encodeURIComponent(lang)}` : '';
  const items = hits.map((h) => {
    const href = h.isQuestion ? `${root}${query}#faq-${encodeURIComponent(h.id)}` : `${root}/articles/${encodeURIComponent(h.id)}${query}`;
    return `<li><a href="${escape(href)}"><b>${escape(h.title)}</b><span>${escape(h.excerpt)}</span></a></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

/** An answer with its citations below it. */
export function answerHtml(view: AnswerView, heading: string): string {
  const paragraphs = view.answer.split(/\n{2,}/).map((p) => `<p>${cited(escape(p)).replace(/\n/g, '<br>')}</p>`);
  const sources = view.citations.map((c) => {
    const place = [c.title, c.page ? `p. ${c.page}` : '', c.section ?? ''].filter(Boolean).join(' · ');
    return `<li id="source-${c.n}" value="${c.n}"><b>${escape(place)}</b><q>${escape(c.quote)}</q></li>`;
  });
  return `<h2>${escape(heading)}</h2>${paragraphs.join('')}<ol class="sources">${sources.join('')}</ol>`;
}

// The joiner keeps a full stop on the line of the marker before it.
const cited = (html: string) => html.replace(/\[(\d{1,3})\]/g, '<a class="chip" href="#source-$1">$1</a>\u2060');
