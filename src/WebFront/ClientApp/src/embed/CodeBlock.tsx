import { useState } from 'preact/hooks';

const shown = 2000;

/** Code to copy. */
export function CodeBlock({ title, hint, code }: { title: string; hint: string; code: string }) {
  const [state, setState] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setState('Copied');
    } catch {
      setState('Select it and copy it by hand');
    }
    setTimeout(() => setState(''), shown);
  };
  return (
    <section aria-label={title}>
      <div class="code-head"><h2>{title}</h2><small role="status">{state === '' ? hint : state}</small><button type="button" onClick={() => void copy()}>Copy</button></div>
      <pre tabIndex={0}><code>{code}</code></pre>
    </section>
  );
}
