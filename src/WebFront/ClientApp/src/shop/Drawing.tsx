import type { Product } from './products';

/** Small drawings of the goods; flat shapes in the page's own colours. */
export function Drawing({ of }: { of: Product['drawing'] }) {
  return <svg class="drawing" viewBox="0 0 120 96" aria-hidden="true">{shapes[of]}</svg>;
}

const shapes = {
  machine: (
    <g>
      <rect class="d1" x="26" y="14" width="68" height="26" rx="6" />
      <rect class="d2" x="32" y="40" width="14" height="34" />
      <rect class="d1" x="24" y="72" width="72" height="12" rx="4" />
      <rect class="d3" x="60" y="40" width="22" height="8" rx="3" />
      <path class="d3" d="M82 42h20v5H82z" />
      <path class="d4" d="M60 56h22l-3 15H63z" />
      <circle class="d4" cx="40" cy="27" r="5" />
      <path class="line" d="M68 49v5M74 49v5" />
    </g>
  ),
  grinder: (
    <g>
      <path class="d4" d="M42 10h36l-6 22H48z" />
      <rect class="d1" x="42" y="32" width="36" height="14" rx="3" />
      <rect class="d2" x="46" y="46" width="28" height="32" />
      <rect class="d1" x="38" y="76" width="44" height="9" rx="4" />
      <circle class="d3" cx="60" cy="58" r="6" />
      <path class="line" d="M60 58l3-4" />
    </g>
  ),
  kettle: (
    <g>
      <path class="d1" d="M40 38h40l8 40H32z" />
      <path class="line thick" d="M84 66c16-2 12-30 24-36" />
      <path class="line thick" d="M40 42c-20-4-22 24-8 30" />
      <rect class="d3" x="46" y="31" width="28" height="7" rx="3" />
      <circle class="d4" cx="60" cy="27" r="4" />
      <rect class="d2" x="28" y="78" width="64" height="7" rx="3" />
    </g>
  ),
  scale: (
    <g>
      <rect class="d1" x="20" y="58" width="80" height="20" rx="6" />
      <rect class="d2" x="26" y="52" width="68" height="6" rx="2" />
      <rect class="d4" x="62" y="63" width="30" height="10" rx="2" />
      <path class="d3" d="M44 22h28l-3 30H47z" />
      <path class="line" d="M72 28c10 0 10 14 0 14" />
      <path class="line" d="M66 68h6M76 68h4M84 68h4" />
    </g>
  ),
  dripper: (
    <g>
      <path class="d4" d="M34 18h52L68 48H52z" />
      <path class="line" d="M44 22l10 22M60 22v22M76 22L66 44" />
      <rect class="d1" x="44" y="48" width="32" height="5" rx="2" />
      <path class="d2" d="M42 60h36v14a10 10 0 0 1-10 10H52a10 10 0 0 1-10-10z" />
      <path class="line" d="M78 64c10-2 10 14 0 12M60 53v5" />
    </g>
  ),
  beans: (
    <g>
      <path class="d1" d="M38 22h44l4 62H34z" />
      <path class="d3" d="M38 22h44l-1-10H39z" />
      <rect class="d4" x="44" y="42" width="32" height="24" rx="3" />
      <path class="d1" d="M52 53c3-3 6-2 8 1 2-3 5-4 8-1-4 0-6 2-8 7-2-5-4-7-8-7z" />
    </g>
  ),
} as const;
