/** Whether two conditions can hold of the same facts. Tries the values at which a comparison can turn; says nothing when there are too many to try. Pure. */
import { type Condition, type ConditionField, comparisonsOf, type Facts, type FactValue, holds } from './condition.ts'

/** Combinations of values tried for a pair of conditions. */
const MOST_TRIED = 4096

/** Facts of which both hold, if there are any among those tried. Both conditions are sound (`checkCondition`). */
export function overlapOf(one: Condition, other: Condition, fields: readonly ConditionField[]): Facts | undefined {
  const comparisons = [...comparisonsOf(one), ...comparisonsOf(other)]
  const asked = fields.filter(({ name }) => comparisons.some(({ field }) => field === name))
  const values = asked.map((field) => {
    const constants = comparisons.flatMap((each) => (each.field === field.name && 'value' in each ? each.value : []))
    return { name: field.name, values: turningValues(field, constants) }
  })
  if (values.reduce((product, each) => product * each.values.length, 1) > MOST_TRIED) return undefined
  let tried: Facts[] = [{}]
  for (const { name, values: own } of values)
    tried = tried.flatMap((facts) => own.map((value) => (value === undefined ? facts : { ...facts, [name]: value })))
  return tried.find((facts) => holds(one, facts) && holds(other, facts))
}

/** Known values first, so that an example names values; last of all that nothing is known. */
function turningValues(field: ConditionField, constants: readonly FactValue[]): (FactValue | undefined)[] {
  switch (field.type) {
    case 'choice':
      return [...field.choices.map(({ value }) => value), undefined]
    case 'yes-no':
      return [true, false, undefined]
    case 'number': {
      const numbers = [...new Set(constants.map(Number))].sort((a, b) => a - b)
      const between = numbers.flatMap((value, at) => [
        value,
        at + 1 < numbers.length ? (value + (numbers[at + 1] ?? value)) / 2 : value + 1,
      ])
      return [...(numbers[0] === undefined ? [0] : [numbers[0] - 1]), ...between, undefined]
    }
    case 'date': {
      const dates = [...new Set(constants.map(String))].sort()
      return [...new Set(['1900-01-01', ...dates.flatMap((date) => [date, dayAfter(date)])]), undefined]
    }
    case 'text':
      return [...new Set([...constants, `${constants.join('')}…`]), undefined]
  }
}

const DAY = 86_400_000
const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
