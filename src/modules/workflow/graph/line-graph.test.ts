import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Process, type ProcessStep, stepAfter, stepsBefore } from '../process.ts'
import { totalHours } from '../process-rules.ts'
import { begin, goBack, leave } from './engine.ts'
import { ProcessGraph } from './graph.ts'
import { longestWay } from './hours.ts'
import { lineGraph, nodeOfStep, stepOfNode } from './line-graph.ts'
import { openTokens } from './open-tokens.ts'
import { graphProblems } from './problems.ts'
import { runnable, waysBack } from './runnable.ts'

const MIDDLE = ['assignment', 'appraisal', 'review', 'signature'] as const

const someLine: fc.Arbitrary<Process> = fc
  .array(fc.tuple(fc.constantFrom(...MIDDLE), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5 })), { maxLength: 12 })
  .chain((middle) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: middle.length + 5, maxLength: middle.length + 5 })
      .map((ids) => lineOf(middle, ids)),
  )

function lineOf(middle: [(typeof MIDDLE)[number], number, number][], ids: number[]): Process {
  const kinds: [ProcessStep['kind'], number, number][] = [
    ['reception', 4, 9],
    ...middle,
    ['appraisal', 8, 1],
    ['signature', 2, 2],
    ['issue', 1, 3],
    ['return', 4, 4],
  ]
  const steps = kinds.map(
    ([kind, halves, roleId], at): ProcessStep => ({
      id: ids[at] ?? 0,
      position: at + 1,
      kind,
      name: `Bước ${at + 1}`,
      roleId,
      place: kind === 'reception' || kind === 'return' ? 'receiving' : 'settling',
      limitHours: halves / 2,
    }),
  )
  return { id: 1, procedureId: null, version: 1, name: 'Quy trình chung', steps }
}

test('a line goes on the engine as it went before: the same steps after each other, the same ways back, the same hours', () => {
  fc.assert(
    fc.property(someLine, (line) => {
      const graph = lineGraph(line, (roleId) => `role-${roleId}`)
      expect(ProcessGraph.parse(graph)).toEqual(graph)
      expect(graphProblems(graph, { fields: [], legalHours: totalHours(line.steps) })).toEqual([])
      const process = runnable(graph)
      expect(longestWay(process.structure)?.hours).toBe(totalHours(line.steps))
      let { position } = begin(process, {})
      for (let step: ProcessStep | undefined = line.steps[0]; step; step = stepAfter(line, step)) {
        const [token] = openTokens(position)
        expect(token && stepOfNode(token.node)).toBe(step.id)
        const id = token?.id ?? 0
        expect(waysBack(process, nodeOfStep(step.id))).toEqual(stepsBefore(line, step).map((each) => nodeOfStep(each.id)))
        for (const each of stepsBefore(line, step))
          expect(openTokens(goBack(process, position, id, nodeOfStep(each.id)).position).map(({ node }) => node)).toEqual([
            nodeOfStep(each.id),
          ])
        position = leave(process, position, id, {}).position
      }
      expect(position).toMatchObject({ tokens: [], ended: 'end' })
    }),
    { numRuns: 200 },
  )
})

test('a line that takes longer than the law says so', () => {
  const line = lineOf([], [1, 2, 3, 4])
  const graph = lineGraph({ ...line, steps: line.steps.map((step, at) => ({ ...step, id: at + 1 })) }, (roleId) => `role-${roleId}`)
  const [problem] = graphProblems(graph, { fields: [], legalHours: totalHours(line.steps) - 0.5 })
  expect(problem).toMatchObject({ code: 'over-limit', level: 'error' })
  expect(problem?.sentence.vi).toBe('Đường đi dài nhất cộng lại 9,5 giờ làm việc, vượt thời hạn giải quyết theo quy định (9 giờ làm việc).')
})
