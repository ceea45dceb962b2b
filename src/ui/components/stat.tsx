import type { Child } from 'hono/jsx'
import { classes } from '../classes.ts'
import { Shape, type ShapeName } from './shape.tsx'

/** A figure that is always a link to the list that makes it. */
export function Stat({ label, value, href, note, tone, shape }: StatProps) {
  return (
    <a class={classes('stat', tone && `stat--${tone}`)} href={href}>
      <span class="stat__value">{typeof value === 'number' ? value.toLocaleString('vi-VN') : value}</span>
      <span class="stat__label">
        {shape && <Shape shape={shape} />}
        {label}
      </span>
      {note && <span class="stat__note">{note}</span>}
    </a>
  )
}

/** Figures side by side. */
export const Stats = ({ children }: { children: Child }) => <div class="stats">{children}</div>

export interface StatProps {
  label: string
  value: number | string
  /** The list behind the figure. */
  href: string
  note?: string
  tone?: 'ok' | 'near' | 'late' | 'paused'
  shape?: ShapeName
}
