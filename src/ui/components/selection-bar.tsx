import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'

const copy = words({ vi: { chosen: 'Đã chọn' }, en: { chosen: 'Chosen' } })

/** What can be done with the ticked rows, kept in sight under the list; counts the ticks where scripts run. Stands in the same form as the table. */
export function SelectionBar({ noun, children }: { noun: string; children: Child }) {
  const text = useWords(copy)
  return (
    <div class="selection" data-enhance="selection">
      <p class="selection__count" hidden>
        {text.chosen} <output>0</output> {noun}
      </p>
      <div class="button-row">{children}</div>
    </div>
  )
}
