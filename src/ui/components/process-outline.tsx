import type { Tone } from './tag.tsx'

/** A process in words, one line a step: the same as its picture, for those who read rather than look, and for paper. */
export function ProcessOutline({ label, rows }: ProcessOutlineProps) {
  return (
    <ol class="process-outline" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} class={row.isSelected ? 'process-outline__row process-outline__row--selected' : 'process-outline__row'}>
          <p class="process-outline__name">
            {row.href === undefined ? (
              row.name
            ) : (
              <a href={row.href} aria-current={row.isSelected ? 'true' : undefined}>
                {row.name}
              </a>
            )}
            {row.note && <span class={`tag tag--${row.note.tone}`}>{row.note.text}</span>}
          </p>
          {row.facts.length > 0 && <p class="process-outline__facts">{row.facts.join(' · ')}</p>}
          {row.ways.length > 0 && (
            <ul class="process-outline__ways">
              {row.ways.map((way) => (
                <li key={way.id}>{way.href === undefined ? way.text : <a href={way.href}>{way.text}</a>}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

export interface OutlineRow {
  id: string
  name: string
  /** Kind, who, how long. */
  facts: string[]
  /** How a dossier stands here. */
  note?: { text: string; tone: Tone }
  /** Where it goes on, and when. */
  ways: { id: string; text: string; href?: string }[]
  href?: string
  isSelected?: boolean
}

export interface ProcessOutlineProps {
  label: string
  rows: OutlineRow[]
}
