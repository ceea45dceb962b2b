import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someGraph } from '../../../../tests/support/random-graph.ts'
import { drawnGraph } from './drawn.ts'
import type { ProcessGraph } from './graph.ts'
import { type Box, layoutGraph, type Point } from './layout.ts'

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height

/** The line from point to point as a thin box. */
const stroke = (one: Point, other: Point): Box => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.max(Math.abs(one.x - other.x), 0.01),
  height: Math.max(Math.abs(one.y - other.y), 0.01),
})

function faultsOf(graph: ProcessGraph): string[] {
  const drawn = drawnGraph(graph)
  const layout = layoutGraph(graph)
  const page = { x: 0, y: 0, width: layout.width, height: layout.height }
  const isInside = (box: Box, outer: Box) =>
    box.x >= outer.x && box.y >= outer.y && box.x + box.width <= outer.x + outer.width && box.y + box.height <= outer.y + outer.height
  const boxes = drawn.nodes.map(({ id }) => ({ id, box: layout.boxes[id] }))
  const faults: string[] = []
  for (const { id, box } of boxes) {
    if (!box || !isInside(box, page)) faults.push(`${id} is not on the page`)
    for (const other of boxes) if (box && other.box && id < other.id && overlap(box, other.box)) faults.push(`${id} lies on ${other.id}`)
  }
  for (const node of graph.nodes) {
    const [box, lane] = [layout.boxes[node.id], 'lane' in node ? layout.lanes[node.lane] : undefined]
    if (box && lane && !isInside(box, lane)) faults.push(`${node.id} is not in its lane`)
  }
  for (const { id, from, to } of drawn.flows) {
    const points = layout.lines[id] ?? []
    const [first, last] = [points[0], points.at(-1)]
    if (!first || first.x !== (layout.boxes[from]?.x ?? 0) + (layout.boxes[from]?.width ?? 0))
      faults.push(`${id} does not begin at ${from}`)
    if (!last || last.x !== layout.boxes[to]?.x) faults.push(`${id} does not end at ${to}`)
    for (const [at, point] of points.slice(1).entries()) {
      const before = points[at] ?? point
      if (before.x !== point.x && before.y !== point.y) faults.push(`${id} is aslant`)
      if (!isInside(stroke(before, point), page)) faults.push(`${id} leaves the page`)
      for (const { id: node, box } of boxes) if (box && overlap(stroke(before, point), box)) faults.push(`${id} runs through ${node}`)
    }
  }
  for (const [id, label] of Object.entries(layout.labels)) {
    if (!isInside(label, page)) faults.push(`what ${id} says is not on the page`)
    for (const other of boxes) if (other.box && overlap(label, other.box)) faults.push(`what ${id} says lies on ${other.id}`)
    for (const [other, box] of Object.entries(layout.labels))
      if (id < other && overlap(label, box)) faults.push(`what ${id} says lies on what ${other} says`)
  }
  return faults
}

test('nothing lies on anything else, everything is in its lane, lines have right angles and run through no box', () => {
  fc.assert(
    fc.property(someGraph(), (graph) => {
      expect(faultsOf(graph)).toEqual([])
      expect(layoutGraph(JSON.parse(JSON.stringify(graph)))).toEqual(layoutGraph(graph))
    }),
    { numRuns: 150 },
  )
})

test('half-drawn graphs are laid out too', () => {
  fc.assert(
    fc.property(someGraph(), fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 }), (graph, changes) => {
      const flows = [...graph.flows]
      for (const [at, to] of changes) {
        const flow = flows[at % Math.max(flows.length, 1)]
        const target = graph.nodes[to % graph.nodes.length]
        if (flow && target) flows[flows.indexOf(flow)] = { ...flow, to: target.id }
      }
      expect(faultsOf({ ...graph, flows })).toEqual([])
    }),
    { numRuns: 100 },
  )
})
