/** A condition as rows of a form: comparisons of which all, or any, must hold. Deeper ones, from a file, are shown in words and written anew. Pure, also in the browser. */
import { type Condition, type ConditionField, type FactValue, OPERATORS_OF, type Operator } from '#modules/workflow/index.ts'

export interface ConditionRows {
  joined: 'all' | 'any'
  rows: ConditionRow[]
}

export interface ConditionRow {
  field: string
  operator: Operator
  /** As it stands in its control; of `one-of` the values ticked. */
  values: string[]
}

type Comparison = Extract<Condition, { field: string }>

/** Nothing when the condition has groups within groups. */
export function conditionRows(condition: Condition | undefined): ConditionRows | undefined {
  if (!condition) return { joined: 'all', rows: [] }
  if ('field' in condition) return { joined: 'all', rows: [rowOf(condition)] }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  if (!parts?.every((part): part is Comparison => 'field' in part)) return undefined
  return { joined: 'any' in condition ? 'any' : 'all', rows: parts.map(rowOf) }
}

/** Nothing for no rows. A row whose operator does not fit its field any more gets the first that does. */
export function conditionOfRows({ joined, rows }: ConditionRows, fields: readonly ConditionField[]): Condition | undefined {
  const parts = rows.map((row) => comparisonOf(row, fields))
  const [only] = parts
  if (!only) return undefined
  return parts.length === 1 ? only : joined === 'all' ? { all: parts } : { any: parts }
}

function rowOf(comparison: Comparison): ConditionRow {
  const { field, operator } = comparison
  const value = 'value' in comparison ? comparison.value : ''
  return { field, operator, values: Array.isArray(value) ? value : [String(value)] }
}

function comparisonOf({ field: name, operator: asked, values }: ConditionRow, fields: readonly ConditionField[]): Comparison {
  const field = fields.find((each) => each.name === name)
  const operator = !field || OPERATORS_OF[field.type].includes(asked) ? asked : (OPERATORS_OF[field.type][0] ?? asked)
  if (operator === 'known' || operator === 'not-known') return { field: name, operator }
  if (operator === 'one-of') return { field: name, operator, value: values.filter((value) => value !== '') }
  return { field: name, operator, value: typedValue(values[0] ?? '', field) }
}

/** What is not of the field's type stays as it was typed; the check list says so. */
function typedValue(typed: string, field: ConditionField | undefined): FactValue {
  if (field?.type === 'yes-no') return typed === 'true' ? true : typed === 'false' ? false : typed
  if (field?.type !== 'number') return typed
  const number = Number(typed.trim().replace(',', '.'))
  return typed.trim() === '' || !Number.isFinite(number) ? typed : number
}
