import { memo } from 'preact/compat';

interface Props {
  readonly at: string;
  readonly text: string;
  readonly detail: string | null;
  readonly tone: 'quiet' | 'person' | 'warning';
}

/** Something that happened between messages. */
export const Marker = memo(function Marker({ at, text, detail, tone }: Props) {
  return (
    <p class={`marker tone-${tone}`} title={new Date(at).toLocaleString()}>
      <span><span dir="auto">{text}</span> <time dateTime={at}>{new Date(at).toLocaleTimeString([], { timeStyle: 'short' })}</time></span>
      {detail !== null && <q dir="auto">{detail}</q>}
    </p>
  );
});
