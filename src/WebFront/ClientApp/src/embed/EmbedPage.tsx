import { useEffect, useState } from 'preact/hooks';
import { ask } from '../shop/ask';
import { CodeBlock } from './CodeBlock';
import { EmbedCheck } from './EmbedCheck';
import { features, fields, optionsOf, type Typed } from './fields';
import { html, react, tagManager } from './snippets';

const source = new URL('/widget.js', location.href).href;
const pause = 400;
const kept = ['store', 'key'] as const;

/** Chooses how the chat looks, shows it on this page, and gives the code for others. */
export function EmbedPage() {
  const [access, setAccess] = useState(() => ({ store: sessionStorage.getItem('embed.store') ?? 'demo', key: sessionStorage.getItem('embed.key') ?? '' }));
  const [typed, setTyped] = useState<Typed>({});
  const options = optionsOf(access.store, typed);
  const shape = JSON.stringify(options);

  useEffect(() => {
    // The preview is the widget itself; where it would fill an element of another page, it stands in the corner here.
    const timer = setTimeout(() => {
      ask('destroy');
      ask('init', { ...options, target: undefined, allowedPages: undefined, hiddenUntil: undefined });
    }, pause);
    return () => clearTimeout(timer);
  }, [shape]);
  useEffect(() => {
    for (const name of kept) sessionStorage.setItem(`embed.${name}`, access[name]);
  }, [access]);

  const change = (name: string) => (e: Event) => setTyped({ ...typed, [name]: (e.currentTarget as HTMLInputElement).value });
  return (
    <main>
      <h1>Put the chat on your pages</h1>
      <p class="lead">Choose how it looks. What you leave empty follows the store’s settings. The button in the corner of this page shows it as it will be.</p>
      <div class="columns">
        <form onSubmit={(e) => e.preventDefault()}>
          <fieldset>
            <legend>Store</legend>
            <div>
              <label for="store">Id</label>
              <input id="store" value={access.store} onInput={(e) => setAccess({ ...access, store: e.currentTarget.value.trim() })} />
            </div>
            <div>
              <label for="key">Administration key <small>for the check below; kept in this tab only</small></label>
              <input id="key" type="password" autocomplete="off" value={access.key} onInput={(e) => setAccess({ ...access, key: e.currentTarget.value.trim() })} />
            </div>
          </fieldset>
          <fieldset>
            <legend>Looks and words</legend>
            {fields.map((f) => (
              <div key={f.name}>
                <label for={f.name}>{f.label}{f.hint !== undefined && <small> {f.hint}</small>}</label>
                {f.options === undefined
                  ? <input id={f.name} value={typed[f.name] ?? ''} onInput={change(f.name)} />
                  : <select id={f.name} value={typed[f.name] ?? ''} onInput={change(f.name)}><option value="">as the store</option>{f.options.map((o) => <option key={o}>{o}</option>)}</select>}
              </div>
            ))}
          </fieldset>
          <fieldset class="features">
            <legend>Features</legend>
            {features.map((f) => (
              <div key={f}>
                <label for={f}>{f}</label>
                <select id={f} value={typed[`feature-${f}`] ?? ''} onInput={change(`feature-${f}`)}><option value="">as the store</option><option>on</option><option>off</option></select>
              </div>
            ))}
          </fieldset>
        </form>
        <div class="codes">
          <CodeBlock title="HTML" hint="Before the end of the body, or in the head." code={html(source, options)} />
          <CodeBlock title="React" hint="A component to put anywhere, once." code={react(source, options)} />
          <CodeBlock title="Tag manager" hint="As custom HTML, on all pages." code={tagManager(source, options)} />
          <EmbedCheck store={access.store} apiKey={access.key} />
        </div>
      </div>
    </main>
  );
}
