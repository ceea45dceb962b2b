import type { Child } from 'hono/jsx'
import { classes } from '../classes.ts'
import type { Tone } from './tag.tsx'

/** A part of a page with its heading; a line around it only when `boxed`. `actions` stand at the end of the heading line. */
export function Panel({ title, id, level = 2, boxed, tone, actions, children }: PanelProps) {
  const headingId = id ? `${id}-title` : undefined
  const Heading = `h${level}` as const
  return (
    <section
      class={classes('panel', boxed && 'panel--boxed', tone && `panel--${tone}`)}
      id={id}
      aria-labelledby={title === undefined ? undefined : headingId}
    >
      {(title !== undefined || actions !== undefined) && (
        <div class="panel__head">
          {title !== undefined && <Heading id={headingId}>{title}</Heading>}
          {actions !== undefined && <div class="panel__actions">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

export interface PanelProps {
  title?: Child
  /** With it, the section is named by its heading and can be linked to. */
  id?: string
  level?: 2 | 3 | 4
  boxed?: boolean
  /** A coloured edge: something to notice, said in words inside. */
  tone?: Tone
  actions?: Child
  children: Child
}
