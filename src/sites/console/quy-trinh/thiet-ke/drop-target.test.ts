import { expect, test } from 'vitest'
import { layoutGraph, lineGraph, type ProcessGraph } from '#modules/workflow/index.ts'
import { nearestWay, nodeAt } from './drop-target.ts'

const graph: ProcessGraph = lineGraph([
  { kind: 'reception', name: 'Tiếp nhận', place: 'receiving', roleCode: 'receptionist', roleName: 'Tiếp nhận', limitHours: 1 },
  { kind: 'appraisal', name: 'Thẩm định', place: 'settling', roleCode: 'specialist', roleName: 'Chuyên viên', limitHours: 2 },
])
const layout = layoutGraph(graph)

test('every part is found in its middle, nothing beside the picture', () => {
  for (const { id } of graph.nodes) {
    const box = layout.boxes[id]
    if (!box) throw new Error(id)
    expect(nodeAt(graph, layout, { x: box.x + box.width / 2, y: box.y + box.height / 2 })).toBe(id)
  }
  expect(nodeAt(graph, layout, { x: -50, y: -50 })).toBeUndefined()
})

test('every way is found on its line and a little beside it, not far from it', () => {
  for (const { id } of graph.flows) {
    const [from, to] = layout.lines[id] ?? []
    if (!from || !to) throw new Error(id)
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    expect(nearestWay(graph.flows, layout, middle)).toBe(id)
    expect(nearestWay(graph.flows, layout, { x: middle.x, y: middle.y + 10 })).toBe(id)
  }
  expect(nearestWay(graph.flows, layout, { x: -200, y: -200 })).toBeUndefined()
  expect(nearestWay([], layout, { x: 0, y: 0 })).toBeUndefined()
})
