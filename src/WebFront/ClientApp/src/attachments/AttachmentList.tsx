import { Icon } from '../chat/Icon';
import type { AttachmentFacts } from '../follow/protocol';
import { useFormats, useWords } from '../i18n/useWords';
import { safeAddress } from '../text/inline';
import { useParts } from '../widget/context';
import { useStore } from '../widget/useStore';

/** What came with a message: pictures as pictures, everything else by its name. */
export function AttachmentList({ attachments, isNew }: { attachments: readonly AttachmentFacts[]; isNew: boolean }) {
  return attachments.length === 0 ? null : <ul class="attachments">{attachments.map((a) => <li key={a.attachmentId}><AttachmentView attachment={a} isNew={isNew} /></li>)}</ul>;
}

function AttachmentView({ attachment: { attachmentId, kind, name, bytes, url }, isNew }: { attachment: AttachmentFacts; isNew: boolean }) {
  const t = useWords();
  const formats = useFormats();
  const { api, client } = useParts();
  const progress = useStore(client).conversation.attachments[attachmentId];
  const session = client.current;
  const content = session === null ? undefined : api.contentAddress(session, attachmentId);
  const address = kind === 'page' ? (safeAddress(url ?? '') ?? undefined) : content;
  if (kind === 'image')
    return <a class="picture" href={address} target="_blank" rel="noopener noreferrer"><img src={content} alt={name} loading="lazy" /></a>;
  // The word that an older one was read may lie before what is here.
  const status = progress === undefined ? (isNew ? t('beingRead') : '') : progress.status === 'failed' ? t('notReadable') : (progress.title ?? '');
  return (
    <a class={`file ${progress?.status ?? ''}`} href={address} target="_blank" rel="noopener noreferrer">
      <Icon name={kind === 'page' ? 'page' : 'file'} />
      <span class="upload-text"><b><bdi>{name}</bdi></b><small>{[bytes > 0 ? formats.size(bytes) : '', status].filter((s) => s !== '').join(' · ')}</small></span>
    </a>
  );
}
