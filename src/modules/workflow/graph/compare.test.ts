import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someGraph } from '../../../../tests/support/random-graph.ts'
import { compareGraphs, isSame } from './compare.ts'
import { BLANK_GRAPH, perform } from './edit/operation.ts'

test('a version is the same as itself, in whatever order its names stand', () => {
  fc.assert(
    fc.property(someGraph(), (graph) => {
      const shuffled = { ...graph, nodes: graph.nodes.map((node) => Object.fromEntries(Object.entries(node).reverse()) as typeof node) }
      expect(isSame(compareGraphs(graph, shuffled))).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('what one version has more, the other has less', () => {
  fc.assert(
    fc.property(someGraph(), someGraph(), (one, other) => {
      const [there, back] = [compareGraphs(one, other), compareGraphs(other, one)]
      const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id).toSorted()
      expect(ids(there.added)).toEqual(ids(back.removed))
      expect(ids(there.waysRemoved)).toEqual(ids(back.waysAdded))
      expect(there.changed).toHaveLength(back.changed.length)
    }),
    { numRuns: 50 },
  )
})

test('names what was added, what changed and which ways', () => {
  const grown = perform(BLANK_GRAPH, { do: 'insert-after', node: 'start', kind: 'step' })?.graph ?? BLANK_GRAPH
  const step = grown.nodes.find(({ id }) => id === 'step_1')
  if (step?.kind !== 'step') throw new Error('no step')
  expect(compareGraphs(BLANK_GRAPH, grown)).toMatchObject({
    added: [{ id: 'step_1' }],
    removed: [],
    waysAdded: [{ to: 'step_1' }, { from: 'step_1' }],
    waysRemoved: [{ from: 'start', to: 'end' }],
  })
  const slower = perform(grown, { do: 'set-node', node: { ...step, limit: { amount: 8, unit: 'hour' } } })?.graph ?? grown
  expect(compareGraphs(grown, slower).changed).toEqual([expect.objectContaining({ fields: ['limit'] })])
})
