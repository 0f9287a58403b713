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
};

/** What goes with the next message: each with its progress, its failure, and a way to take it back. */
export function AttachmentTray() {
  const t = useWords();
  const formats = useFormats();
  const { uploads } = useParts();
  const { all, refusal } = useStore(uploads);
  if (all.length === 0 && refusal === null) return null;
  const reason = (code: string | undefined) =>
    t(Object.hasOwn(reasons, code ?? '') ? reasons[code!]! : 'uploadFailed', { size: formats.size(largestFile) });
  const status = (u: Upload) =>
    u.state === 'failed' ? reason(u.problem) : u.state === 'uploading' ? t('uploading', { n: formats.percent(u.progress) }) : u.bytes > 0 ? formats.size(u.bytes) : t('ready');
  return (
    <div class="tray">
      <ul>
        {all.map((u) => (
          <li key={u.id} class={`upload ${u.state}`}>
            {u.preview === undefined ? <Icon name={u.state === 'failed' ? 'warning' : u.bytes === 0 ? 'page' : 'file'} /> : <img src={u.preview} alt="" />}
            <span class="upload-text"><b dir="auto">{u.name}</b><small role={u.state === 'failed' ? 'alert' : undefined}>{status(u)}</small></span>
            {u.state === 'failed' && u.problem === 'offline' && <button type="button" class="plain-button" onClick={() => uploads.retry(u.id)}>{t('retry')}</button>}
            <button type="button" class="quiet" aria-label={`${t(u.state === 'uploading' ? 'cancel' : 'remove')}: ${u.name}`} onClick={() => uploads.remove(u.id)}><Icon name="close" /></button>
            {u.state === 'uploading' && <progress max={1} value={u.progress} aria-label={u.name} />}
          </li>
        ))}
      </ul>
      {refusal !== null && <p class="error" role="alert">{reason(refusal)}</p>}
    </div>
  );
}
