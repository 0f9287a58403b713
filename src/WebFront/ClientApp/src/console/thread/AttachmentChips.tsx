import type { AttachmentFacts } from '../../follow/protocol';
import { useFormats } from '../../i18n/useWords';
import { safeAddress } from '../../text/inline';
import { Glyph } from '../parts/Glyph';
import { useParts } from '../parts/context';

/** What came with a message: pictures as pictures, everything else by its name. */
export function AttachmentChips({ conversationId, attachments }: { conversationId: string; attachments: readonly AttachmentFacts[] }) {
  const { client } = useParts();
  const formats = useFormats();
  if (attachments.length === 0) return null;
  return (
    <ul class="attachment-chips">
      {attachments.map((a) => {
        const content = client.api.attachmentAddress(conversationId, a.attachmentId);
        const address = a.kind === 'page' ? (safeAddress(a.url ?? '') ?? undefined) : content;
        return (
          <li key={a.attachmentId}>
            <a class={`attachment ${a.kind}`} href={address} target="_blank" rel="noopener noreferrer">
              {a.kind === 'image' ? <img src={content} alt={a.name} loading="lazy" /> : <><Glyph name="file" /><span dir="auto">{a.name}</span>{a.bytes > 0 && <small>{formats.size(a.bytes)}</small>}</>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
