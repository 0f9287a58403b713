import { useParts } from '../parts/context';
import { say } from '../words';

/** Something secret that is shown now and never again. */
export function SecretText({ hint, text, copy }: { hint: string; text: string; copy: string }) {
  const { client } = useParts();
  return (
    <div class="invite" role="status">
      <p dir="auto">{hint}</p>
      <code class="secret">{text}</code>
      <button type="button" class="secondary small" onClick={() => void navigator.clipboard.writeText(text).then(() => client.toast(say('copied')))}>{copy}</button>
    </div>
  );
}
