import { Icon } from '../chat/Icon';
import type { AttachmentFacts } from '../follow/protocol';
import { useFormats, useWords } from '../i18n/useWords';
import { safeAddress } from '../text/inline';
import { useParts } from '../widget/context';
import { useStore } from '../widget/useStore';

/** What came with a message: pictures as pictures, everything else by its name. */
export function AttachmentList({ attachments }: { attachments: readonly AttachmentFacts[] }) {
  return attachments.length === 0 ? null : <ul class="attachments">{attachments.map((a) => <li key={a.attachmentId}><AttachmentView attachment={a} /></li>)}</ul>;
}

function AttachmentView({ attachment: { attachmentId, kind, name, bytes, url } }: { attachment: AttachmentFacts }) {
  const t = useWords();
  const formats = useFormats();
  const { api, client } = useParts();
  const progress = useStore(client).conversation.attachments[attachmentId];
  const session = client.current;
  const content = session === null ? undefined : api.contentAddress(session, attachmentId);
  const address = kind === 'page' ? (safeAddress(url ?? '') ?? undefined) : content;
  if (kind === 'image')
    return <a class="picture" href={address} target="_blank" rel="noopener noreferrer"><img src={content} alt={name} loading="lazy" /></a>;
  const status = progress?.status === 'failed' ? t('notReadable') : progress?.status === 'ready' || kind === 'page' ? (progress?.title ?? '') : '';
  return (
    <a class={`file ${progress?.status ?? ''}`} href={address} target="_blank" rel="noopener noreferrer">
      <Icon name={kind === 'page' ? 'page' : 'file'} />
      <span class="upload-text"><b dir="auto">{name}</b><small dir="auto">{[bytes > 0 ? formats.size(bytes) : '', status].filter((s) => s !== '').join(' · ')}</small></span>
    </a>
  );
}
