import { memo } from 'preact/compat';
import type { Mark } from '../follow/follower';
import type { WordKey } from '../i18n/en';
import { useFormats, useWords } from '../i18n/useWords';

const words: Readonly<Record<Mark['kind'], WordKey>> = {
  joined: 'joined',
  left: 'left',
  resolved: 'resolved',
  reopened: 'reopened',
  failed: 'answerFailed',
  stopped: 'stopped',
  waiting: 'waitingForPerson',
};

/** Something that happened between messages. */
export const MarkView = memo(function MarkView({ mark }: { mark: Mark }) {
  const t = useWords();
  const formats = useFormats();
  return <p class={`note ${mark.kind === 'failed' ? 'warning' : ''}`} title={formats.exact(mark.at)}>{t(words[mark.kind], { name: mark.name ?? t('team') })}</p>;
});
