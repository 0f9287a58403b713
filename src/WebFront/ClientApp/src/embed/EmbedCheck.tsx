import { useState } from 'preact/hooks';

interface Found {
  readonly live: boolean;
  readonly found?: string;
  readonly reason?: string;
}

/** Looks whether a page has the chat. */
export function EmbedCheck({ store, apiKey }: { store: string; apiKey: string }) {
  const [url, setUrl] = useState('');
  const [said, setSaid] = useState('');
  const check = async (e: Event) => {
    e.preventDefault();
    setSaid('Looking…');
    try {
      const response = await fetch(`/api/stores/${encodeURIComponent(store)}/embed-checks`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ url }),
      });
      const body = (await response.json()) as Found & { detail?: string };
      if (!response.ok) setSaid(body.detail ?? 'The page could not be looked at.');
      else setSaid(body.live ? `The chat is on this page. ${body.found ?? ''}` : `The chat is not on this page. ${body.reason ?? ''}`);
    } catch {
      setSaid('The server could not be reached.');
    }
  };
  return (
    <section aria-label="Check a page">
      <h2>Is it live?</h2>
      <form class="check" onSubmit={(e) => void check(e)}>
        <label for="check">Address of one of your pages</label>
        <input id="check" type="url" required placeholder="https://…" value={url} onInput={(e) => setUrl(e.currentTarget.value)} />
        <button type="submit" disabled={apiKey === ''}>Check</button>
      </form>
      <p role="status">{apiKey === '' && said === '' ? 'This needs the administration key.' : said}</p>
    </section>
  );
}
