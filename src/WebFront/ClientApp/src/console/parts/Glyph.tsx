import { drawings, LineDrawing } from '../../chat/Icon';

const paths = {
  ...drawings,
  mine: drawings.person,
  unassigned: 'M5 11V7a7 7 0 0 1 14 0v4M4 11h16v9H4zM12 14v3',
  waiting: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.500 2',
  assistant: 'M6 9h12v9H6zM12 9V5M9.500 13v1M14.500 13v1M3.500 12.500v3M20.500 12.500v3',
  others: 'M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-6 8c.5-3.300 3-5 6-5s5.500 1.700 6 5M16 11a3 3 0 1 0-1-5.800M18 14.800c1.700.6 2.700 2.200 3 4.700',
  all: 'M4 6h16v10H13l-4 4v-4H4z',
  mentions: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.500a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-3.500 7.100',
  snoozed: drawings.moon,
  resolved: drawings.check,
  spam: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.700 5.700l12.600 12.600',
  saved: 'M6 4h12v16l-6-4-6 4z',
  wall: 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  settings: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M18.400 5.600l-2.100 2.100M7.700 16.300l-2.100 2.100',
  fold: 'M4 5h16v14H4zM9 5v14',
  details: 'M4 5h16v14H4zM15 5v14',
  back: 'M14.500 6l-6 6 6 6',
  more: 'M6 12h.1M12 12h.1M18 12h.1',
  sparkle: 'M12 4l1.800 5.200L19 11l-5.200 1.800L12 18l-1.800-5.200L5 11l5.200-1.800zM18.500 16.500v4M16.500 18.500h4',
  wand: 'M5 19 15 9M14 4v3M19 9h3M17.500 5.500l-1.500 1.500M19 13l1.500 1.500',
  macro: 'M13 3 5 13.500h6L10 21l8-10.500h-6z',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5',
  whisper: 'M4 9.500v5h3l5 4v-13l-5 4zM16 9.500c1.300 1.500 1.300 3.500 0 5',
  handover: 'M4 8h13l-3.500-3.500M20 16H7l3.500 3.500',
  tag: 'M4 4h8l8 8-8 8-8-8zM8 8h.1',
  eye: 'M3 12c2.500-4.500 5.500-6.500 9-6.500s6.500 2 9 6.500c-2.500 4.500-5.500 6.500-9 6.500S5.500 16.500 3 12Zm9 2.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  widget: 'M4 6h16v10H13l-4 4v-4H4z',
  email: 'M3.500 6h17v12h-17zM4 6.500l8 6.500 8-6.500',
  whatsapp: 'M5 19l1-3.500A7.500 7.500 0 1 1 9 18zM9.500 9c0 3 2.500 5.500 5.500 5.500',
  sms: 'M7 3.500h10v17H7zM10.500 17.500h3',
  api: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
  keyboard: 'M3 7h18v10H3zM7 10.500h.1M11 10.500h.1M15 10.500h.1M8 14h8',
  download: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 20h14',
  plus: 'M12 5v14M5 12h14',
} as const;

export type GlyphName = keyof typeof paths;

/** A line icon; it says nothing by itself, so its button carries the label. */
export function Glyph({ name }: { name: GlyphName }) {
  return <LineDrawing name={name} path={paths[name]} />;
}

/** The icon of a channel. */
export const channelGlyph = (channel: string): GlyphName => (Object.hasOwn(paths, channel) ? (channel as GlyphName) : 'all');
