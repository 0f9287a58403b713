/** The drawings, in a square of 24. */
export const drawings = {
  send: 'M5 12 19.500 4.500 14 20l-3-6.500L5 12Zm6 1.500L19.500 4.500',
  stop: 'M7.500 7.500h9v9h-9z',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.500l6 6 6-6',
  up: 'M6 14.500l6-6 6 6',
  restart: 'M5 12a7 7 0 1 0 2.200-5.100M5 4v4h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c.6-3.600 3.500-5.500 7-5.500s6.400 1.900 7 5.500',
  attach: 'M19 11.500l-7.200 7.200a4.600 4.600 0 0 1-6.500-6.500l7.600-7.600a3 3 0 0 1 4.300 4.300l-7.500 7.500a1.500 1.500 0 0 1-2.100-2.100l6.800-6.800',
  microphone: 'M12 15a3.500 3.500 0 0 0 3.500-3.500v-5a3.500 3.500 0 0 0-7 0v5A3.500 3.500 0 0 0 12 15Zm-6.500-4a6.500 6.500 0 0 0 13 0M12 17.500V21',
  sound: 'M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  silent: 'M4 9.500h3.500L12 5.500v13l-4.500-4H4zM16 10l4.500 4.500M20.500 10 16 14.500',
  file: 'M7 3.500h7l4 4v13H7zM14 3.500v4h4',
  page: 'M4 5h16v14H4zM4 9h16M7 7h.1',
  window: 'M13 4.500h6.500V11M19.500 4.500 11 13M16.500 14v5.500h-12v-12H10',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.500 4.500',
  thumbsUp: 'M7.500 10.500v9.500H4.500v-9.500zM7.500 11l3.700-7.500c1.400 0 2.300 1 2.300 2.300v3.700h4.700a1.800 1.800 0 0 1 1.800 2.200l-1.500 6.500a2.200 2.200 0 0 1-2.100 1.800H7.500',
  thumbsDown: 'M7.500 13.500V4H4.500v9.500zM7.500 13l3.700 7.500c1.400 0 2.300-1 2.300-2.300v-3.700h4.700a1.800 1.800 0 0 0 1.800-2.200l-1.500-6.500A2.200 2.200 0 0 0 16.400 4H7.500',
  star: 'M12 4l2.500 5.200 5.700.8-4.100 4 1 5.700-5.100-2.700L6.900 19.700l1-5.700-4.100-4 5.700-.8z',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  warning: 'M12 4 21 19.500H3zM12 10v4.500M12 17v.1',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  moon: 'M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500Z',
} as const;

export type IconName = keyof typeof drawings;

/** A line icon; it says nothing by itself, so its button carries the label. */
export function Icon({ name }: { name: IconName }) {
  return <LineDrawing name={name} path={drawings[name]} />;
}

/** A drawing in lines. */
export function LineDrawing({ name, path }: { name: string; path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" data-icon={name}>
      <path d={path} />
    </svg>
  );
}
