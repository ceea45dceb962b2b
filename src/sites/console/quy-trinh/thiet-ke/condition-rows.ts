/**
 * A condition as rows of a form: groups of comparisons. In a group all, or any, must hold; so must all, or any, of the groups. Deeper ones, from a file, are shown in words and
 * written anew. Pure, also in the browser.
 */
import { type Condition, type ConditionField, type FactValue, OPERATORS_OF, type Operator } from '#modules/workflow/index.ts'

export type Joined = 'all' | 'any'

export interface ConditionRows {
  /** How the groups go together. */
  joined: Joined
  groups: ConditionGroup[]
}

export interface ConditionGroup {
  joined: Joined
  rows: ConditionRow[]
}

export interface ConditionRow {
  field: string
  operator: Operator
  /** As it stands in its control; of `one-of` the values ticked. */
  values: string[]
}

type Comparison = Extract<Condition, { field: string }>

/** Nothing when the condition is deeper than groups of comparisons. */
export function conditionRows(condition: Condition | undefined): ConditionRows | undefined {
  if (!condition) return { joined: 'all', groups: [] }
  const plain = groupOf(condition)
  if (plain) return { joined: 'all', groups: [plain] }
  const parts = partsOf(condition)
  const groups = parts?.map(groupOf)
  return groups?.every((group) => group !== undefined) ? { joined: joinedOf(condition), groups } : undefined
}

/** A comparison, or several of which all or any must hold. */
function groupOf(condition: Condition): ConditionGroup | undefined {
  if ('field' in condition) return { joined: 'all', rows: [rowOf(condition)] }
  const parts = partsOf(condition)
  return parts?.every((part): part is Comparison => 'field' in part) ? { joined: joinedOf(condition), rows: parts.map(rowOf) } : undefined
}

const partsOf = (condition: Condition): Condition[] | undefined =>
  'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined

const joinedOf = (condition: Condition): Joined => ('any' in condition ? 'any' : 'all')

/** Nothing for no rows. A row whose operator does not fit its field any more gets the first that does. */
export function conditionOfRows({ joined, groups }: ConditionRows, fields: readonly ConditionField[]): Condition | undefined {
  const made = groups.map((group) => ({ joined: group.joined, parts: group.rows.map((row) => comparisonOf(row, fields)) }))
  const [only] = made
  if (!only) return undefined
  if (made.length === 1) return only.parts.length === 1 ? only.parts[0] : joinedTo(only.joined, only.parts)
  // A group of one stays a group, so that the form shows it as it was made.
  return joinedTo(
    joined,
    made.map(({ joined: within, parts }) => joinedTo(within, parts)),
  )
}

const joinedTo = (joined: Joined, parts: Condition[]): Condition => (joined === 'all' ? { all: parts } : { any: parts })

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
