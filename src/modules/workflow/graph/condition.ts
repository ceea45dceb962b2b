/**
 * Typed conditions on the ways out of a choice. A name that is not declared, a value of another type or a choice that does not exist is refused before dossiers may run on the
 * process (`condition-check.ts`): nothing is ever taken for true because it was misspelt. Evaluated, a fact of another type throws; the declared names are not known there, so
 * a field without a fact is one that is not known yet. Pure, and without zod: the designer uses it in the browser.
 */

/** What a process may ask about: declared once, with its words in both languages. */
export type ConditionField = { name: string; label: { vi: string; en: string } } & (
  | { type: 'text' | 'number' | 'date' | 'yes-no' }
  | { type: 'choice'; choices: readonly { value: string; label: { vi: string; en: string } }[] }
)

export type FactValue = string | number | boolean
/** Values of the fields now; a field without an entry is not known yet. Dates are `YYYY-MM-DD`. Plain JSON. */
export type Facts = Readonly<Record<string, FactValue | undefined>>

/** `is-not` is the opposite of `is` (true also of what is not known); every other comparison with an unknown value is false. */
export const OPERATORS = ['is', 'is-not', 'one-of', 'less', 'at-most', 'at-least', 'more', 'known', 'not-known'] as const
export type Operator = (typeof OPERATORS)[number]

export type Comparison =
  | { field: string; operator: 'known' | 'not-known' }
  | { field: string; operator: 'one-of'; value: string[] }
  | { field: string; operator: 'is' | 'is-not' | 'less' | 'at-most' | 'at-least' | 'more'; value: FactValue }

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison

/** Parts inside parts; deeper conditions are refused, so no walk over one is unbounded. */
export const MAX_DEPTH = 6

/** Whether the condition holds of the facts. Throws when a fact has another type than the condition compares with. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts))
  if ('any' in condition) return condition.any.some((part) => holds(part, facts))
  if ('not' in condition) return !holds(condition.not, facts)
  return compare(condition, Object.hasOwn(facts, condition.field) ? facts[condition.field] : undefined)
}

function compare(condition: Comparison, fact: FactValue | undefined): boolean {
  const { field, operator } = condition
  if (!('value' in condition)) return (operator === 'known') === (fact !== undefined)
  if (fact === undefined) return operator === 'is-not'
  if (condition.operator === 'one-of') return condition.value.includes(sameType(field, fact, 'string'))
  const { value } = condition
  sameType(field, fact, typeof value)
  switch (condition.operator) {
    case 'is':
      return fact === value
    case 'is-not':
      return fact !== value
    case 'less':
      return fact < value
    case 'at-most':
      return fact <= value
    case 'at-least':
      return fact >= value
    case 'more':
      return fact > value
  }
}

function sameType(field: string, fact: FactValue, type: string): string {
  if (typeof fact !== type) throw new Error(`The fact ${field} is a ${typeof fact}; the condition compares it with a ${type}`)
  return String(fact)
}

/** Every comparison of the condition, from left to right. */
export function comparisonsOf(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  if ('not' in condition) return comparisonsOf(condition.not)
  return [condition]
}
