import type { Child } from 'hono/jsx'
import { classes } from '../classes.ts'

/** Facts in pairs: term and value, on one line where there is room. Rows without a value are left out. */
export function DefinitionList({ rows, dense, columns }: { rows: DefinitionRow[]; dense?: boolean; columns?: boolean }) {
  const filled = rows.filter((row) => row.value !== undefined && row.value !== null && row.value !== '')
  return (
    <dl class={classes('definitions', dense && 'definitions--dense', columns && 'definitions--columns')}>
      {filled.map((row, index) => (
        <div key={row.key ?? index} class="definitions__row">
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.action && <dd class="definitions__action">{row.action}</dd>}
        </div>
      ))}
    </dl>
  )
}

export interface DefinitionRow {
  key?: string
  term: Child
  value: Child
  /** A link at the end of the line. */
  action?: Child
}
