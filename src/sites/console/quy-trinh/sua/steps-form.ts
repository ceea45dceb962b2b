/** The rows of steps as a posted form: moved, added and removed by buttons that go to the server, so no script is needed. */
import type { LineStepOf } from '#modules/workflow/index.ts'
import { formatHours } from '#modules/workflow/index.ts'
import { type FormValues, nested, one } from '#platform/http/forms.ts'

const FIELDS = ['name', 'kind', 'roleId', 'place', 'limitHours'] as const
type Row = Record<(typeof FIELDS)[number], string>

const MOST_ROWS = 40
const BLANK: Row = { name: '', kind: '', roleId: '', place: 'settling', limitHours: '' }

/** The rows in order; gaps close up. */
export function rowsOf(form: FormValues): Row[] {
  const steps = nested(form).steps
  if (!Array.isArray(steps)) return []
  return steps.slice(0, MOST_ROWS).map((step: Record<string, string | string[]>) => ({
    name: one(step.name),
    kind: one(step.kind),
    roleId: one(step.roleId),
    place: one(step.place),
    limitHours: one(step.limitHours),
  }))
}

/** The form's values with these rows. */
export function withRows(form: FormValues, rows: readonly Row[]): FormValues {
  const kept = Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('steps.') && !name.startsWith('_')))
  for (const [index, row] of rows.entries()) for (const field of FIELDS) kept[`steps.${index}.${field}`] = row[field]
  return kept
}

/** What a row button made of the form; undefined when none was pressed. */
export function pressRowButton(form: FormValues): FormValues | undefined {
  const rows = rowsOf(form)
  const at = (name: string) => {
    const index = Number(one(form[name]) || Number.NaN)
    return Number.isInteger(index) && index >= 0 && index < rows.length ? index : undefined
  }
  const [up, down, after, remove] = ['_up', '_down', '_after', '_remove'].map(at)
  if (up) return withRows(form, swapped(rows, up - 1))
  if (down !== undefined && down < rows.length - 1) return withRows(form, swapped(rows, down))
  if (after !== undefined && rows.length < MOST_ROWS) return withRows(form, rows.toSpliced(after + 1, 0, BLANK))
  if (remove !== undefined && rows.length > 1) return withRows(form, rows.toSpliced(remove, 1))
  return Object.keys(form).some((name) => name.startsWith('_') && name !== '_action') || one(form._action) === 'recount'
    ? withRows(form, rows)
    : undefined
}

/** Steps as rows, to be changed into the next version. */
export const rowsOfSteps = (
  steps: readonly (Pick<LineStepOf, 'name' | 'kind' | 'place' | 'limitHours'> & { roleId: number | undefined })[],
): Row[] =>
  steps.map(({ name, kind, roleId, place, limitHours }) => ({
    name,
    kind,
    roleId: String(roleId ?? ''),
    place,
    limitHours: formatHours(limitHours),
  }))

/** Working hours of the rows that hold a number. */
export const hoursOfRows = (rows: readonly Row[]): number =>
  rows.reduce((sum, { limitHours }) => sum + (Number(limitHours.trim().replace(',', '.')) || 0), 0)

/** The row after `index` changes places with it. */
const swapped = (rows: readonly Row[], index: number): Row[] => {
  const pair = rows.slice(index, index + 2).reverse()
  return rows.toSpliced(index, 2, ...pair)
}
