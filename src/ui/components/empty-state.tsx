import type { Child } from 'hono/jsx'

/** Nothing here: says why, and what to do. */
export function EmptyState({ title, children, action }: { title: string; children?: Child; action?: Child }) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {children && <div class="empty__text">{children}</div>}
      {action && <div class="empty__action">{action}</div>}
    </div>
  )
}
