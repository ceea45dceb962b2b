import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalHours } from '../process-rules.ts'
import { begin, goBack, leave } from './engine.ts'
import { ProcessGraph } from './graph.ts'
import { longestWay } from './hours.ts'
import { type LineStep, lineGraph, lineOf, nodeOfStep } from './line-graph.ts'
import { openTokens } from './open-tokens.ts'
import { graphProblems } from './problems.ts'
import { runnable, waysBack } from './runnable.ts'

const MIDDLE = ['assignment', 'appraisal', 'review', 'signature'] as const

const someLine: fc.Arbitrary<LineStep[]> = fc
  .array(fc.tuple(fc.constantFrom(...MIDDLE), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5 })), { maxLength: 12 })
  .map(steps)

function steps(middle: [(typeof MIDDLE)[number], number, number][]): LineStep[] {
  const kinds: [LineStep['kind'], number, number][] = [
    ['reception', 4, 9],
    ...middle,
    ['appraisal', 8, 1],
    ['signature', 2, 2],
    ['issue', 1, 3],
    ['return', 4, 4],
  ]
  return kinds.map(([kind, halves, role], at) => ({
    kind,
    name: `Bước ${at + 1}`,
    roleCode: `role-${role}`,
    roleName: `Vai trò ${role}`,
    place: kind === 'reception' || kind === 'return' ? 'receiving' : 'settling',
    limitHours: halves / 2,
  }))
}

test('a line goes on the engine step after step, goes back to each step before it but the reception, and takes its own hours', () => {
  fc.assert(
    fc.property(someLine, (line) => {
      const graph = lineGraph(line)
      expect(ProcessGraph.parse(graph)).toEqual(graph)
      expect(graphProblems(graph, { fields: [], legalHours: totalHours(line) })).toEqual([])
      const process = runnable(graph)
      expect(longestWay(process.structure)?.hours).toBe(totalHours(line))
      let { position } = begin(process, {})
      line.forEach((_, at) => {
        const [token] = openTokens(position)
        expect(token?.node).toBe(nodeOfStep(at + 1))
        const id = token?.id ?? 0
        const before = line.slice(0, at).flatMap(({ kind }, index) => (kind === 'reception' ? [] : [nodeOfStep(index + 1)]))
        expect(waysBack(process, nodeOfStep(at + 1))).toEqual(before)
        for (const each of before) expect(openTokens(goBack(process, position, id, each).position).map(({ node }) => node)).toEqual([each])
        position = leave(process, position, id, {}).position
      })
      expect(position).toMatchObject({ tokens: [], ended: 'end' })
    }),
    { numRuns: 200 },
  )
})

test('what was a line is read back as the same line; a graph with a choice is none', () => {
  fc.assert(
    fc.property(someLine, (line) => {
      expect(lineOf(lineGraph(line))).toEqual(line)
    }),
  )
  const graph = lineGraph(steps([]))
  const branched = { ...graph, flows: [...graph.flows, { id: 'more', from: 'step_2', to: 'step_4' }] }
  expect(lineOf(branched)).toBeUndefined()
})

test('a line that takes longer than the law says so', () => {
  const line = steps([])
  const [problem] = graphProblems(lineGraph(line), { fields: [], legalHours: totalHours(line) - 0.5 })
  expect(problem).toMatchObject({ code: 'over-limit', level: 'error' })
  expect(problem?.sentence.vi).toBe('Đường đi dài nhất cộng lại 9,5 giờ làm việc, vượt thời hạn giải quyết theo quy định (9 giờ làm việc).')
})
