import type { Child } from 'hono/jsx'

/** Running text: paragraphs, lists, headings with the measure and the air of a page that is read. */
export const Prose = ({ children }: { children: Child }) => <div class="prose">{children}</div>
