import type { ComponentChildren } from 'preact'

/** Running text: paragraphs, lists, headings with the measure and the air of a page that is read. */
export const Prose = ({ children }: { children: ComponentChildren }) => <div class="prose">{children}</div>
