import { host } from './host';

const every = 1500;

/** Tells who looks elsewhere that there is something new: by the tab's title, and by a sound if they want one. */
export class Attention {
  private timer: ReturnType<typeof setInterval> | null = null;
  private title = '';

  /** Lets the tab's title say it until the page is looked at. */
  flash(text: string): void {
    if (host.document.visibilityState !== 'hidden') return;
    this.calm();
    this.title = host.document.title;
    const flashed = text;
    host.document.title = flashed;
    this.timer = setInterval(() => {
      // The page's own change of its title is the one to go back to.
      if (host.document.title !== flashed) this.title = host.document.title;
      host.document.title = host.document.title === flashed ? this.title : flashed;
    }, every);
    host.document.addEventListener('visibilitychange', this.calm, { once: true });
  }

  readonly calm = (): void => {
    if (this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
    host.document.title = this.title;
  };

  /** Two short notes. */
  ring(): void {
    try {
      const context = new host.AudioContext();
      const gain = context.createGain();
      gain.connect(context.destination);
      gain.gain.setValueAtTime(0.06, context.currentTime);
      gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.4);
      [660, 880].forEach((frequency, i) => {
        const tone = context.createOscillator();
        tone.frequency.value = frequency;
        tone.connect(gain);
        tone.start(context.currentTime + i * 0.12);
        tone.stop(context.currentTime + 0.4);
      });
      setTimeout(() => void context.close(), 1000);
    } catch {
      // Browsers refuse sound before the first click.
    }
  }
}
