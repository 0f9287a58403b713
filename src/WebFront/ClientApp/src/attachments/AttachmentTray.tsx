import { useEffect, useRef } from 'preact/hooks';
import type { WordKey } from '../i18n/en';
import { useFormats, useWords } from '../i18n/useWords';
import { Icon } from '../chat/Icon';
import { useParts } from '../widget/context';
import { useStore } from '../widget/useStore';
import { largestFile } from './limits';
import type { Upload } from './uploads';

const reasons: Readonly<Record<string, WordKey>> = {
  'file-too-large': 'fileTooLarge',
  'request-too-large': 'fileTooLarge',
  'file-empty': 'fileEmpty',
  'unsupported-media-type': 'fileType',
  'file-type-not-allowed': 'fileType',
  'too-many-attachments': 'tooManyFiles',
  'image-invalid': 'notReadable',
};

/** What goes with the next message: each with its progress, its failure, and a way to take it back. */
export function AttachmentTray() {
  const t = useWords();
  const formats = useFormats();
  const { client, uploads } = useParts();
  const { all, refusal } = useStore(uploads);
  const { attachments } = useStore(client).conversation;
  const list = useRef<HTMLUListElement>(null);
  // What was added last is what may be wrong.
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [all.length]);
  if (all.length === 0 && refusal === null) return null;
  const reason = (code: string | undefined) =>
    t(Object.hasOwn(reasons, code ?? '') ? reasons[code!]! : 'uploadFailed', { size: formats.size(largestFile) });
  const reading = (u: Upload) => (u.attachment === undefined || u.attachment.kind === 'image' ? 'ready' : attachments[u.attachment.attachmentId]?.status);
  const isUnreadable = (u: Upload) => u.state === 'failed' || reading(u) === 'failed';
  const done = (u: Upload) => {
    const size = u.bytes > 0 ? formats.size(u.bytes) : '';
    const state = reading(u) === 'failed' ? t('notReadable') : reading(u) !== 'ready' ? t('beingRead') : size === '' ? t('ready') : '';
    return [size, state].filter((s) => s !== '').join(' · ');
  };
  const status = (u: Upload) => (u.state === 'failed' ? reason(u.problem) : u.state === 'uploading' ? t('uploading', { n: formats.percent(u.progress) }) : done(u));
  return (
    <div class="tray">
      <ul ref={list}>
        {all.map((u) => (
          <li key={u.id} class={`upload ${u.state} ${isUnreadable(u) ? 'unreadable' : ''}`}>
            {u.preview === undefined ? <Icon name={isUnreadable(u) ? 'warning' : u.bytes === 0 ? 'page' : 'file'} /> : <img src={u.preview} alt="" />}
            <span class="upload-text"><b><bdi>{u.name}</bdi></b><small role={u.state === 'failed' ? 'alert' : undefined}>{status(u)}</small></span>
            {u.state === 'failed' && u.isTransient === true && <button type="button" class="plain-button" onClick={() => uploads.retry(u.id)}>{t('retry')}</button>}
            <button type="button" class="quiet" aria-label={`${t(u.state === 'uploading' ? 'cancel' : 'remove')}: ${u.name}`} onClick={() => uploads.remove(u.id)}><Icon name="close" /></button>
            {u.state === 'uploading' && <progress max={1} value={u.progress} aria-label={u.name} />}
          </li>
        ))}
      </ul>
      {refusal !== null && <p class="error" role="alert">{reason(refusal)}</p>}
    </div>
  );
}
