import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELDS, someGraph } from '../../../../../tests/support/random-graph.ts'
import { ProcessGraph } from '../graph.ts'
import { layoutGraph } from '../layout.ts'
import { canBePublished, graphProblems } from '../problems.ts'
import { structureOf } from '../structure.ts'
import { begun, record, redo, undo } from './history.ts'
import { BLANK_GRAPH, type Operation, perform } from './operation.ts'
import { NEW_KINDS } from './piece.ts'

/** Any operation on any part of the graph as it is at that moment, also on parts that are not there. */
const somePress = fc.record({ sort: fc.nat(18), a: fc.nat(), b: fc.nat(), kind: fc.constantFrom(...NEW_KINDS), later: fc.boolean() })
type Press = typeof somePress extends fc.Arbitrary<infer P> ? P : never

function operationOf(graph: ProcessGraph, { sort, a, b, kind, later }: Press): Operation {
  const node = graph.nodes[a % Math.max(graph.nodes.length, 1)]
  const flow = graph.flows[b % Math.max(graph.flows.length, 1)]?.id ?? 'none'
  const lane = graph.lanes[a % Math.max(graph.lanes.length, 1)]
  const to = later ? ('later' as const) : ('earlier' as const)
  const id = node?.id ?? 'none'
  const other = graph.nodes[b % Math.max(graph.nodes.length, 1)]?.id ?? 'none'
  const leg = node?.kind === 'agencies' ? (node.legs[b % Math.max(node.legs.length, 1)]?.key ?? 'none') : 'none'
  const all: Operation[] = [
    { do: 'insert-after', node: id, kind },
    { do: 'insert-before', node: id, kind },
    { do: 'insert-on', flow, kind },
    { do: 'add-way', node: id },
    { do: 'remove-node', node: id },
    { do: 'move-node', node: id, to },
    { do: 'move-on', node: id, flow },
    { do: 'set-node', node: node ? { ...node, name: 'Tên mới' } : { id: 'none', kind: 'end', name: '' } },
    { do: 'connect', node: id, to: other },
    { do: 'redirect', flow, to: other },
    { do: 'order-flow', flow, to },
    { do: 'remove-flow', flow },
    {
      do: 'set-flow',
      flow,
      words: later ? { isDefault: true, name: ' ' } : { condition: { field: 'urgent', operator: 'is', value: true } },
    },
    { do: 'add-leg', node: id },
    { do: 'remove-leg', node: id, leg },
    { do: 'move-leg', node: id, leg, to },
    { do: 'add-lane', lane: { name: '', place: 'settling', roleCode: '' } },
    { do: 'remove-lane', lane: lane?.key ?? 'none' },
    { do: 'move-lane', lane: lane?.key ?? 'none', to },
  ]
  return all[sort % all.length] ?? { do: 'add-way', node: id }
}

const problemsOf = (graph: ProcessGraph) => graphProblems(graph, { fields: FIELDS, legalHours: 8 })
const codesOf = (graph: ProcessGraph) => structureOf(graph).findings.map(({ code }) => code)

describe('anything, anywhere', () => {
  test('whatever is pressed, the graph can be kept, checked and drawn, and nothing that was there is changed', () => {
    fc.assert(
      fc.property(fc.oneof(someGraph(), fc.constant(BLANK_GRAPH)), fc.array(somePress, { maxLength: 25 }), (start, presses) => {
        let graph = start
        for (const press of presses) {
          const before = JSON.stringify(graph)
          const edited = perform(graph, operationOf(graph, press))
          expect(JSON.stringify(graph)).toBe(before)
          if (!edited) continue
          graph = edited.graph
          expect(ProcessGraph.safeParse(graph).error?.issues ?? []).toEqual([])
          const { selected } = edited
          if (selected !== undefined) expect([...graph.nodes, ...graph.flows].map(({ id }) => id)).toContain(selected)
        }
        problemsOf(graph)
        layoutGraph(graph)
      }),
      { numRuns: 300 },
    )
  })

  test('undoing everything gives the beginning, doing it again gives the end', () => {
    fc.assert(
      fc.property(someGraph(), fc.array(somePress, { maxLength: 15 }), (start, presses) => {
        let history = begun(start)
        for (const press of presses) {
          const edited = perform(history.present, operationOf(history.present, press))
          if (edited) history = record(history, edited.graph)
        }
        const end = history.present
        const { length } = history.past
        for (let at = 0; at < length; at += 1) history = undo(history)
        expect(history.present).toBe(start)
        expect(undo(history)).toBe(history)
        for (let at = 0; at < length; at += 1) history = redo(history)
        expect(history.present).toBe(end)
        expect(redo(history)).toBe(history)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a sound graph stays sound', () => {
  const isSound = (graph: ProcessGraph) => codesOf(graph).filter((code) => code !== 'condition-missing')

  test('whatever is put on any way', () => {
    fc.assert(
      fc.property(someGraph(), fc.nat(), fc.constantFrom(...NEW_KINDS.filter((kind) => kind !== 'end')), (graph, at, kind) => {
        const flow = graph.flows[at % graph.flows.length]?.id ?? ''
        const edited = perform(graph, { do: 'insert-on', flow, kind })
        expect(isSound(edited?.graph ?? BLANK_GRAPH)).toEqual([])
        expect(edited?.graph.nodes.length).toBeGreaterThan(graph.nodes.length)
      }),
      { numRuns: 200 },
    )
  })

  test('another branch of any fork, another way out of any choice', () => {
    fc.assert(
      fc.property(someGraph(), (graph) => {
        for (const { id, kind } of graph.nodes.filter((node) => node.kind === 'choice' || node.kind === 'fork')) {
          const edited = perform(graph, { do: 'add-way', node: id })
          expect({ id, kind, found: isSound(edited?.graph ?? BLANK_GRAPH) }).toEqual({ id, kind, found: [] })
        }
      }),
      { numRuns: 100 },
    )
  })

  test('a fork that is taken out puts its branches one after the other: no step is lost, every step is reached', () => {
    fc.assert(
      fc.property(someGraph(['all']), (graph) => {
        for (const { id } of graph.nodes.filter(({ kind }) => kind === 'fork')) {
          const healed = perform(graph, { do: 'remove-node', node: id })?.graph ?? BLANK_GRAPH
          expect(healed.nodes).toHaveLength(graph.nodes.length - 2)
          expect(codesOf(healed)).not.toContain('unreachable')
          expect(codesOf(healed)).not.toContain('dead-end')
        }
      }),
      { numRuns: 100 },
    )
  })

  test('steps put in and taken out again leave the process as it was', () => {
    fc.assert(
      fc.property(someGraph(), fc.nat(), (graph, at) => {
        const flow = graph.flows[at % graph.flows.length]?.id ?? ''
        const grown = perform(graph, { do: 'insert-on', flow, kind: 'step' })
        const back = perform(grown?.graph ?? BLANK_GRAPH, { do: 'remove-node', node: grown?.selected ?? '' })
        expect(back?.graph).toEqual(graph)
      }),
      { numRuns: 100 },
    )
  })
})

describe('one thing at a time', () => {
  const press = (graph: ProcessGraph, ...operations: Operation[]) =>
    operations.reduce((now, operation) => perform(now, operation)?.graph ?? now, graph)
  const waysOf = (graph: ProcessGraph) => graph.flows.map(({ from, to }) => `${from}>${to}`).toSorted()
  const line = press(
    BLANK_GRAPH,
    { do: 'insert-after', node: 'start', kind: 'step' },
    { do: 'insert-after', node: 'step_1', kind: 'step' },
    { do: 'insert-before', node: 'end', kind: 'step' },
  )

  test('from nothing to a line', () => {
    expect(waysOf(line)).toEqual(['start>step_1', 'step_1>step_2', 'step_2>step_3', 'step_3>end'])
    expect(line.nodes.map(({ id }) => id)).toEqual(['start', 'step_1', 'step_2', 'step_3', 'end'])
    expect(codesOf(line)).toEqual([])
  })

  test('a step changes places with the next', () => {
    const moved = press(line, { do: 'move-node', node: 'step_1', to: 'later' })
    expect(waysOf(moved)).toEqual(['start>step_2', 'step_1>step_3', 'step_2>step_1', 'step_3>end'])
    expect(waysOf(press(moved, { do: 'move-node', node: 'step_1', to: 'earlier' }))).toEqual(waysOf(line))
    expect(perform(line, { do: 'move-node', node: 'step_3', to: 'later' })).toBeUndefined()
  })

  test('a step is moved to another way', () => {
    const last = line.flows.find(({ to }) => to === 'end')?.id ?? ''
    expect(waysOf(press(line, { do: 'move-on', node: 'step_1', flow: last }))).toEqual([
      'start>step_2',
      'step_1>end',
      'step_2>step_3',
      'step_3>step_1',
    ])
  })

  test('ways are led elsewhere, and a choice has one default', () => {
    const chosen = press(line, { do: 'insert-after', node: 'step_1', kind: 'choice' })
    const out = chosen.flows.filter(({ from }) => from === 'choice_1')
    expect(out.map(({ isDefault }) => isDefault)).toEqual([undefined, true])
    const back = press(chosen, { do: 'redirect', flow: out[0]?.id ?? '', to: 'step_1' })
    expect(waysOf(back)).toContain('choice_1>step_1')
    const other = press(chosen, { do: 'set-flow', flow: out[0]?.id ?? '', words: { isDefault: true } })
    expect(other.flows.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([out[0]?.id])
    expect(perform(line, { do: 'connect', node: 'end', to: 'step_1' })).toBeUndefined()
    expect(waysOf(press(line, { do: 'connect', node: 'step_1', to: 'step_3' }))).toContain('step_1>step_3')
  })

  test('two ways that become the same become one', () => {
    const chosen = press(line, { do: 'insert-after', node: 'step_1', kind: 'choice' })
    const healed = press(chosen, { do: 'remove-node', node: 'step_4' })
    expect(healed.flows.filter(({ from }) => from === 'choice_1')).toEqual([expect.objectContaining({ to: 'step_2', isDefault: true })])
  })

  test('agencies come, go and change places', () => {
    const many = press(
      line,
      { do: 'insert-after', node: 'step_1', kind: 'agencies' },
      { do: 'add-leg', node: 'agencies_1' },
      { do: 'move-leg', node: 'agencies_1', leg: 'leg_2', to: 'earlier' },
    )
    const legsOf = (graph: ProcessGraph) => graph.nodes.flatMap((node) => (node.kind === 'agencies' ? node.legs.map(({ key }) => key) : []))
    expect(legsOf(many)).toEqual(['leg_2', 'leg_1'])
    expect(legsOf(press(many, { do: 'remove-leg', node: 'agencies_1', leg: 'leg_2' }))).toEqual(['leg_1'])
  })

  test('a role in which somebody works is not removed', () => {
    const withLane = press(line, { do: 'add-lane', lane: { name: 'Một cửa', place: 'receiving', roleCode: 'receptionist' } })
    const [step] = withLane.nodes.filter(({ kind }) => kind === 'step')
    const used = step?.kind === 'step' ? press(withLane, { do: 'set-node', node: { ...step, lane: 'lane_1' } }) : withLane
    expect(perform(used, { do: 'remove-lane', lane: 'lane_1' })).toBeUndefined()
    expect(perform(withLane, { do: 'remove-lane', lane: 'lane_1' })?.graph.lanes).toEqual([])
  })

  test('a start is not removed, and what is not there is not touched', () => {
    expect(perform(line, { do: 'remove-node', node: 'start' })).toBeUndefined()
    expect(perform(line, { do: 'remove-node', node: 'nobody' })).toBeUndefined()
    expect(perform(line, { do: 'insert-before', node: 'start', kind: 'step' })).toBeUndefined()
    expect(perform(line, { do: 'insert-after', node: 'end', kind: 'step' })).toBeUndefined()
  })

  test('a graph does not grow beyond what can be kept', () => {
    let graph = BLANK_GRAPH
    for (let at = 0; at < 400; at += 1) graph = perform(graph, { do: 'insert-after', node: 'start', kind: 'step' })?.graph ?? graph
    expect(graph.nodes).toHaveLength(300)
    expect(canBePublished(problemsOf(graph))).toBe(false)
  })
})
