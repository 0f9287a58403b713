import type { ComponentChildren } from 'preact';

/** A part of the details that can be folded. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return <details class="section" open><summary>{title}</summary>{children}</details>;
}
