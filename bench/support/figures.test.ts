import { describe, expect, test } from 'vitest'
import { figureOf, jsonOf, tableOf } from './figures.ts'

const row = { name: 'step', unit: '/s', reach: '≥ 0.5', run: async () => ({ value: 0, reference: 0 }) }

describe('the figures of a run', () => {
  const figures = {
    step: figureOf(row, { value: 800.4, reference: 1_000 }),
    import: figureOf({ ...row, reach: undefined }, { value: 2.3456, reference: 1 }),
  }

  test('as JSON: value, unit, reference and ratio by name, nothing else', () => {
    expect(JSON.parse(jsonOf(figures))).toEqual({
      step: { value: 800, unit: '/s', reference: 1000, ratio: 0.8 },
      import: { value: 2.35, unit: '/s', reference: 1, ratio: 2.35 },
    })
  })

  test('as a table with what was to be reached', () => {
    const [head, step, reported] = tableOf(figures).split('\n')
    expect(head).toMatch(/^name +value +reference +ratio +reach$/)
    expect(step).toMatch(/^step +800 \/s +1000 \/s +0\.8 +≥ 0\.5$/)
    expect(reported).toMatch(/reported$/)
  })
})
