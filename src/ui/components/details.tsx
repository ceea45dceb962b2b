import type { Child } from 'hono/jsx'

/** Something to open when wanted; what everybody needs is not hidden in it. */
export function Details({ summary, open, id, children }: { summary: Child; open?: boolean; id?: string; children: Child }) {
  return (
    <details class="details" open={open} id={id}>
      <summary>{summary}</summary>
      <div class="details__body flow">{children}</div>
    </details>
  )
}
