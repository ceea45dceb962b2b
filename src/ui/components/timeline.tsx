import type { Child } from 'hono/jsx'
import { classes } from '../classes.ts'

/** What happened, newest first or oldest first as given; `current` is where things stand, `coming` what is still to come. */
export function Timeline({ label, entries }: { label: string; entries: TimelineEntry[] }) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map((entry, index) => (
        <li
          key={entry.key ?? index}
          class={classes('timeline__entry', entry.state && `timeline__entry--${entry.state}`)}
          aria-current={entry.state === 'current' ? 'step' : undefined}
        >
          <p class="timeline__title">{entry.title}</p>
          <p class="timeline__when">
            {entry.dateTime ? <time datetime={entry.dateTime}>{entry.when}</time> : entry.when}
            {entry.who && <span class="timeline__who">{entry.who}</span>}
          </p>
          {entry.body && <div class="timeline__body">{entry.body}</div>}
        </li>
      ))}
    </ol>
  )
}

export interface TimelineEntry {
  key?: string | number
  title: Child
  /** In words: "09:12, 20/11/2026". */
  when?: Child
  /** ISO instant for machines. */
  dateTime?: string
  who?: Child
  body?: Child
  state?: 'current' | 'coming' | 'late' | 'paused'
}
