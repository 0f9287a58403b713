import { host } from './host';

/** Keeps an element as high as what is seen of the page, which shrinks by a phone's keyboard. Returns what ends it. */
export function fitViewport(element: HTMLElement): () => void {
  const viewport = host.visualViewport;
  if (viewport === null) return () => undefined;
  const fit = () => {
    element.style.setProperty('--seen-height', `${viewport.height}px`);
    element.style.setProperty('--seen-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  fit();
  return () => {
    viewport.removeEventListener('resize', fit);
    viewport.removeEventListener('scroll', fit);
  };
}
