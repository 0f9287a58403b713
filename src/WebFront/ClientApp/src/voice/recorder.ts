import { host } from '../widget/host';

/** A recording that goes on. */
export interface Recording {
  /** How loud it is just now, 0 to 1. */
  readonly level: () => number;
  /** Ends it and gives what was said. */
  readonly stop: () => Promise<Blob>;
}

const bitsPerSecond = 32_000;
/** How long a recording may be, in seconds: 5 MB are far more than that. */
export const longest = 120;

export const canRecord = (): boolean => typeof host.MediaRecorder === 'function' && host.navigator.mediaDevices !== undefined;

/** Starts to record; rejects when the customer or the browser does not let us. */
export async function startRecording(): Promise<Recording> {
  const stream = await host.navigator.mediaDevices.getUserMedia({ audio: true });
  const context = new host.AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const recorder = new host.MediaRecorder(stream, { audioBitsPerSecond: bitsPerSecond });
  const parts: Blob[] = [];
  recorder.ondataavailable = (e) => parts.push(e.data);
  recorder.start(1000);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return Math.min(1, Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length) * 4);
    },
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          for (const track of stream.getTracks()) track.stop();
          void context.close();
          resolve(new Blob(parts, { type: recorder.mimeType }));
        };
        recorder.stop();
      }),
  };
}
