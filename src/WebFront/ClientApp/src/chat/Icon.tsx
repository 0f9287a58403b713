const paths = {
  send: 'M4 12 20 4l-5 16-3.5-6.5L4 12Z',
  stop: 'M7 7h10v10H7z',
  close: 'M6 6l12 12M18 6 6 18',
  restart: 'M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c.6-3.6 3.5-5.5 7-5.5s6.400 1.900 7 5.500',
  down: 'M6 10l6 6 6-6',
  chat: 'M4 5h16v11H9l-5 4V5Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  moon: 'M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500Z',
} as const;

/** A line icon; it says nothing by itself, so its button carries the label. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" data-icon={name}>
      <path d={paths[name]} />
    </svg>
  );
}
