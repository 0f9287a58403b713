import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WordKey } from './en';
import { english, fill, type Locale } from './words';

/** The language of everything below. */
export const LocaleContext = createContext<Locale>(english);

/** Gives texts in the language of the widget. */
export function useWords(): (key: WordKey, values?: Readonly<Record<string, string | number>>) => string {
  const { words } = useContext(LocaleContext);
  return (key, values) => fill(words[key], values);
}

/** Writes dates and numbers as the widget's language does. */
export function useFormats() {
  const { tag } = useContext(LocaleContext);
  return formatsOf(tag);
}

const known = new Map<string, ReturnType<typeof makeFormats>>();

function formatsOf(tag: string) {
  const found = known.get(tag) ?? makeFormats(tag);
  known.set(tag, found);
  return found;
}

function makeFormats(tag: string) {
  const clock = new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  const full = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
  const soon = new Intl.DateTimeFormat(tag, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const unit = (u: string, digits = 0) => new Intl.NumberFormat(tag, { style: 'unit', unit: u, unitDisplay: 'long', maximumFractionDigits: digits });
  return {
    time: (at: string) => clock.format(new Date(at)),
    exact: (at: string) => full.format(new Date(at)),
    soon: (at: string) => soon.format(new Date(at)),
    percent: (part: number) => percent.format(part),
    number: (n: number) => new Intl.NumberFormat(tag).format(n),
    /** "Today", "yesterday", else the date. */
    day: (at: string, now: number) => {
      const midnight = (t: number) => new Date(t).setHours(0, 0, 0, 0);
      const days = Math.round((midnight(Date.parse(at)) - midnight(now)) / 86_400_000);
      return days === 0 || days === -1 ? relative.format(days, 'day') : day.format(new Date(at));
    },
    duration: (seconds: number) => (seconds < 90 ? unit('second').format(seconds) : unit('minute').format(Math.round(seconds / 60))),
    size: (bytes: number) =>
      new Intl.NumberFormat(tag, { style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', unitDisplay: 'short', maximumFractionDigits: bytes < 1e6 ? 0 : 1 }).format(
        bytes < 1e6 ? Math.max(1, bytes / 1e3) : bytes / 1e6,
      ),
  };
}
