import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../chat/Icon';
import { useWords } from '../i18n/useWords';
import { useParts } from '../widget/context';
import { longest, type Recording, startRecording } from './recorder';
import { writeDown } from './writeDown';

const tick = 100;

/** Records a message, plays it back, and has it written down into the composer. */
export function VoiceBar({ onText, onClose }: { onText: (text: string) => void; onClose: () => void }) {
  const t = useWords();
  const { api, client, panel } = useParts();
  const [level, setLevel] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const [audio, setAudio] = useState<{ blob: Blob; url: string } | null>(null);
  const [state, setState] = useState<'recording' | 'done' | 'writing' | 'noMicrophone' | 'notHeard' | 'formFailed'>('recording');
  const recording = useRef<Recording | null>(null);
  const isGone = useRef(false);
  const root = useRef<HTMLDivElement>(null);

  const stop = async () => {
    const going = recording.current;
    recording.current = null;
    if (going === null) return;
    const blob = await going.stop();
    setAudio({ blob, url: URL.createObjectURL(blob) });
    setState('done');
  };
  useEffect(() => {
    startRecording().then(
      (started) => {
        if (isGone.current) void started.stop();
        else recording.current = started;
      },
      () => setState('noMicrophone'),
    );
    const timer = setInterval(() => {
      if (recording.current === null) return;
      setLevel(recording.current.level());
      setSeconds((s) => s + tick / 1000);
    }, tick);
    return () => {
      isGone.current = true;
      clearInterval(timer);
      void recording.current?.stop();
    };
  }, []);
  useEffect(() => {
    if (seconds >= longest) void stop();
  }, [seconds >= longest]);
  // The control that had the focus goes with each step.
  useEffect(() => root.current?.querySelector<HTMLElement>('.round, .primary, .quiet')?.focus(), [state]);
  useEffect(() => () => audio === null ? undefined : URL.revokeObjectURL(audio.url), [audio]);

  const write = async () => {
    if (audio === null) return;
    setState('writing');
    const problem = await writeDown(
      () => client.within((session) => api.transcribe(session, audio.blob)),
      () => !isGone.current && panel.state.isOpen,
      onText,
    );
    if (problem !== null) setState(problem);
  };
  const discard = () => {
    isGone.current = true;
    onClose();
  };
  return (
    <div class="voice" ref={root}>
      {state === 'recording' && (
        <>
          <i class="live-dot" aria-hidden="true" />
          <meter min={0} max={1} value={level} aria-label={t('recording')} />
          <time>{Math.floor(seconds / 60)}:{String(Math.floor(seconds % 60)).padStart(2, '0')}</time>
          <button type="button" class="round stop" aria-label={t('stopRecording')} onClick={() => void stop()}><Icon name="stop" /></button>
        </>
      )}
      {audio !== null && state !== 'recording' && <audio controls src={audio.url} />}
      {(state === 'done' || state === 'formFailed') && <button type="button" class="primary" onClick={() => void write()}>{t('useRecording')}</button>}
      {state === 'writing' && <small role="status">{t('writingDown')}</small>}
      {state === 'noMicrophone' && <small class="error" role="alert">{t(state)}</small>}
      <button type="button" class="quiet" aria-label={t('discardRecording')} title={t('discardRecording')} onClick={discard}><Icon name="close" /></button>
      {(state === 'notHeard' || state === 'formFailed') && <small class="error whole-row" role="alert">{t(state)}</small>}
    </div>
  );
}
