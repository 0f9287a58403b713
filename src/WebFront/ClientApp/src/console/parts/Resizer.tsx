import { say, type ConsoleWord } from '../words';

const step = 16;

interface Props {
  readonly pane: ConsoleWord;
  readonly width: number;
  readonly least: number;
  readonly most: number;
  /** 1 where the pane is before the handle, -1 where it is after. */
  readonly side: 1 | -1;
  readonly onWidth: (width: number) => void;
}

/** The edge of a pane: dragged, or moved with the arrow keys. */
export function Resizer({ pane, width, least, most, side, onWidth }: Props) {
  const sign = () => side * (document.documentElement.dir === 'rtl' ? -1 : 1);
  const set = (wanted: number) => onWidth(Math.round(Math.min(most, Math.max(least, wanted))));
  const pointerDown = (e: PointerEvent) => {
    const from = e.clientX;
    const handle = e.currentTarget as HTMLElement;
    handle.setPointerCapture(e.pointerId);
    handle.onpointermove = (m) => set(width + (m.clientX - from) * sign());
    handle.onpointerup = () => (handle.onpointermove = null);
  };
  const keyDown = (e: KeyboardEvent) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (way === undefined) return;
    e.preventDefault();
    set(width + way * step * sign());
  };
  return (
    <div class="resizer" role="separator" aria-orientation="vertical" aria-label={say('resize', { pane: say(pane) })} aria-valuenow={width} aria-valuemin={least} aria-valuemax={most}
      tabIndex={0} onPointerDown={pointerDown} onKeyDown={keyDown} />
  );
}
