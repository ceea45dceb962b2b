import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONDITION_FIELDS, type Condition, holds } from '#modules/workflow/index.ts'
import { conditionOfRows, conditionRows } from './condition-rows.ts'

const comparison = fc.oneof(
  fc.constantFrom('fit', 'unfit').map((value) => ({ field: 'verdict', operator: 'is' as const, value })),
  fc.integer({ min: 0, max: 3 }).map((value) => ({ field: 'supplements', operator: 'at-least' as const, value })),
  fc.boolean().map((value) => ({ field: 'isLate', operator: 'is' as const, value })),
)
const group = (part: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.tuple(fc.boolean(), fc.array(part, { minLength: 1, maxLength: 3 })).map(([isAll, parts]) => (isAll ? { all: parts } : { any: parts }))
const facts = fc.record({ verdict: fc.constantFrom('fit', 'unfit'), supplements: fc.nat(3), isLate: fc.boolean() })

test('a condition of groups goes through the form and holds of the same dossiers', () => {
  const conditions = fc.oneof(comparison, group(comparison), group(fc.oneof(comparison, group(comparison))))
  fc.assert(
    fc.property(conditions, facts, (condition, of) => {
      const rows = conditionRows(condition)
      if (!rows) throw new Error('Two levels go into the form')
      const back = conditionOfRows(rows, CONDITION_FIELDS)
      if (!back) throw new Error('Something was there')
      expect(holds(back, of)).toBe(holds(condition, of))
    }),
  )
})

test('what is deeper, or turned round, is not taken apart', () => {
  const one: Condition = { field: 'isLate', operator: 'is', value: true }
  expect(conditionRows({ not: one })).toBeUndefined()
  expect(conditionRows({ all: [{ any: [one, { all: [one] }] }] })).toBeUndefined()
  expect(conditionRows(undefined)).toEqual({ joined: 'all', groups: [] })
})
