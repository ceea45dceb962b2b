import type { ComponentChildren } from 'preact'

/** Something to open when wanted; what everybody needs is not hidden in it. */
export function Details({
  summary,
  open,
  id,
  children,
}: {
  summary: ComponentChildren
  open?: boolean
  id?: string
  children: ComponentChildren
}) {
  return (
    <details class="details" open={open} id={id}>
      <summary>{summary}</summary>
      <div class="details__body flow">{children}</div>
    </details>
  )
}
