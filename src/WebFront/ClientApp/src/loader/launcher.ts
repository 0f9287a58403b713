import { palette } from './colors';
import type { WidgetOptions } from './options';
import css from './launcher.css?inline';

const icons = {
  chat: 'M4 5.500h16v11H10l-5 3.500v-3.500H4z',
  question: 'M9 9.200a3 3 0 1 1 4.300 2.700c-.9.5-1.300 1-1.300 2.100M12 17.500v.1M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z',
  wave: 'M7 12.500 5.500 9.800a1.300 1.300 0 0 1 2.300-1.300l2 3.300L7.300 7a1.300 1.300 0 0 1 2.300-1.300l2.900 4.900-2-3.700a1.300 1.300 0 0 1 2.300-1.300l3.500 6.100.3-2.600a1.300 1.300 0 0 1 2.600.2c.2 4.500-1.400 8.500-5.200 9.400-3.300.8-5.400-1.600-7-6.200Z',
  close: 'M6 9l6 6 6-6',
} as const;

/** The element that holds all of the widget, and the button that opens it. */
export class Launcher {
  /** The widget's own tree, which the page's styles do not reach. */
  readonly root: ShadowRoot;
  /** Carries colours, direction and theme for everything below it. */
  readonly frame: HTMLElement;
  readonly button: HTMLButtonElement;
  private readonly host: HTMLElement;
  private readonly badge: HTMLElement;
  private readonly path: SVGPathElement;
  private readonly label: HTMLElement;
  /** Whether the chat fills the window. */
  readonly isWhole: boolean;
  private icon: keyof typeof icons = 'chat';

  constructor(target: Element | null) {
    this.isWhole = target === document.body;
    this.host = document.createElement('support-widget');
    // An important declaration of the element itself is stronger than any rule of the page.
    const set = (name: string, value: string) => this.host.style.setProperty(name, value, 'important');
    set('all', 'initial');
    set('display', 'block');
    // Unless a theme is chosen, light or dark is what the page is.
    set('color-scheme', 'inherit');
    if (target === null) {
      set('position', 'fixed');
      set('inset', 'auto 0 0 auto');
      set('width', '0');
      set('height', '0');
    } else {
      if (this.isWhole) {
        set('position', 'fixed');
        set('inset', '0');
      }
      set('height', '100%');
    }
    this.root = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];
    this.frame = document.createElement('div');
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'launcher';
    this.button.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    this.path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    svg.appendChild(this.path);
    this.label = document.createElement('span');
    this.badge = document.createElement('span');
    this.badge.className = 'badge';
    this.button.append(svg, this.label, this.badge);
    this.frame.appendChild(this.button);
    this.root.appendChild(this.frame);
    (target ?? document.documentElement).appendChild(this.host);
  }

  /** Takes over looks and words. */
  apply(options: WidgetOptions): void {
    const colors = palette(options.color);
    for (const name in colors) if (name[0] === '-') this.frame.style.setProperty(name, colors[name]!);
    this.frame.style.setProperty('color-scheme', options.theme === 'light' || options.theme === 'dark' ? options.theme : 'inherit');
    this.frame.className = `frame ${options.position === 'left' ? 'left' : 'right'}${this.isWhole ? ' whole' : ''}`;
    this.host.style.setProperty('z-index', String(options.zIndex ?? 2147483000), 'important');
    this.icon = options.launcher?.icon && options.launcher.icon in icons ? options.launcher.icon : 'chat';
    this.path.setAttribute('d', icons[this.icon]);
    this.label.textContent = options.launcher?.text ?? '';
    this.setLabel(options.launcher?.text ?? 'Chat');
  }

  show(visible: boolean): void {
    this.button.hidden = !visible;
  }

  setLabel(text: string): void {
    this.button.setAttribute('aria-label', text);
  }

  setOpen(open: boolean): void {
    this.button.setAttribute('aria-expanded', String(open));
    this.path.setAttribute('d', icons[open ? 'close' : this.icon]);
  }

  setUnread(count: number): void {
    // Drawn by the style sheet: the button's label says it in words.
    this.badge.setAttribute('data-count', count === 0 ? '' : count > 99 ? '99+' : String(count));
  }

  remove(): void {
    this.host.remove();
  }
}
