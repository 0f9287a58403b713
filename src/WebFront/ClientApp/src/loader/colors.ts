type Rgb = readonly [number, number, number];

const fallback = '#a8482a';
const readable = 4.5;
const lightest: Rgb = [255, 255, 255];
const darkest: Rgb = [20, 17, 15];

/** The colours that follow from a store's one: what can be read on it, and it as text on light and on dark. */
export function palette(color: string | undefined): Record<string, string> {
  const accent = parse(color ?? '') ?? parse(fallback)!;
  const ink = contrast(accent, lightest) >= readable || contrast(accent, lightest) > contrast(accent, darkest) ? lightest : darkest;
  return {
    '--accent': css(ink === lightest ? until(accent, lightest, darkest) : accent),
    '--accent-ink': css(ink),
    '--accent-light': css(until(accent, [250, 246, 241], darkest)),
    '--accent-dark': css(until(accent, [42, 36, 32], lightest)),
  };
}

/** The contrast of two colours after WCAG 2.2, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** `#rgb` or `#rrggbb`; null for anything else. */
export function parse(color: string): Rgb | null {
  const hex = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(color.trim());
  if (hex === null) return null;
  const digits = hex[2] ?? hex[1]!.replace(/./g, '$&$&');
  const part = (i: number) => parseInt(digits.slice(i, i + 2), 16);
  return [part(0), part(2), part(4)];
}

/** The colour, moved towards another until it can be read on a ground. */
function until(color: Rgb, ground: Rgb, towards: Rgb): Rgb {
  let at = color;
  for (let step = 1; step <= 20 && contrast(at, ground) < readable; step++) {
    const mix = (i: 0 | 1 | 2) => Math.round(color[i] + ((towards[i] - color[i]) * step) / 20);
    at = [mix(0), mix(1), mix(2)];
  }
  return at;
}

function luminance(color: Rgb): number {
  const linear = (i: 0 | 1 | 2) => {
    const c = color[i] / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
}

const css = (c: Rgb) => `rgb(${c[0]} ${c[1]} ${c[2]})`;
