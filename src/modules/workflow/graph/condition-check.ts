/** What is wrong with a condition, given the declared fields. Pure. */
import { type Comparison, type Condition, type ConditionField, comparisonsOf, type Operator } from './condition.ts'

export type ConditionProblem =
  | { code: 'unknown-field'; field: string }
  | { code: 'operator-unfit'; field: string; operator: Operator }
  | { code: 'wrong-type'; field: string }
  | { code: 'unknown-choice'; field: string; choice: string }
  | { code: 'empty-group' }

/** The comparisons that make sense of a type, in the order they are offered. */
export const OPERATORS_OF: Record<ConditionField['type'], readonly Operator[]> = {
  text: ['is', 'is-not', 'known', 'not-known'],
  choice: ['is', 'is-not', 'one-of', 'known', 'not-known'],
  'yes-no': ['is', 'known', 'not-known'],
  number: ['is', 'is-not', 'less', 'at-most', 'at-least', 'more', 'known', 'not-known'],
  date: ['is', 'is-not', 'less', 'at-most', 'at-least', 'more', 'known', 'not-known'],
}

/** Everything wrong, from left to right; empty when the condition can be evaluated on any facts of the declared types. */
export function checkCondition(condition: Condition, fields: readonly ConditionField[]): ConditionProblem[] {
  return [...emptyGroups(condition), ...comparisonsOf(condition).flatMap((comparison) => checkComparison(comparison, fields))]
}

/** A group of nothing would hold always (all) or never (any) without anybody having said so. */
function emptyGroups(condition: Condition): ConditionProblem[] {
  if ('not' in condition) return emptyGroups(condition.not)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  if (!parts) return []
  return parts.length === 0 ? [{ code: 'empty-group' }] : parts.flatMap(emptyGroups)
}

function checkComparison(comparison: Comparison, fields: readonly ConditionField[]): ConditionProblem[] {
  const { field: name, operator } = comparison
  const field = fields.find((each) => each.name === name)
  if (!field) return [{ code: 'unknown-field', field: name }]
  if (!OPERATORS_OF[field.type].includes(operator)) return [{ code: 'operator-unfit', field: name, operator }]
  if (!('value' in comparison)) return []
  const values: readonly unknown[] = Array.isArray(comparison.value) ? comparison.value : [comparison.value]
  if (values.length === 0 || !values.every((value) => fits(field, value))) return [{ code: 'wrong-type', field: name }]
  if (field.type !== 'choice') return []
  return values
    .map(String)
    .filter((value) => !field.choices.some((choice) => choice.value === value))
    .map((choice) => ({ code: 'unknown-choice', field: name, choice }))
}

function fits({ type }: ConditionField, value: unknown): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && isDate(value)
    case 'text':
    case 'choice':
      return typeof value === 'string'
  }
}

const isDate = (value: string) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  if (!year || !month || !day) return false
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return instant.getUTCMonth() + 1 === Number(month) && instant.getUTCDate() === Number(day)
}
