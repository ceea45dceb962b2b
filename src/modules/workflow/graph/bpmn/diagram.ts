/** The picture of a process in BPMN's own interchange form (BPMN DI). */
import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import type { Box, Layout, Point } from '../layout.ts'

interface Picture {
  collaboration: BpmnElement
  pool: BpmnElement
  laneBoxes: { element: BpmnElement; box: Box }[]
  layout: Layout
  elements: ReadonlyMap<string, BpmnElement>
}

export function drawDiagram(moddle: BpmnModdle, { collaboration, pool, laneBoxes, layout, elements }: Picture): BpmnElement {
  const shape = (element: BpmnElement, box: Box, more: Record<string, unknown> = {}) =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${element.id}.di`,
      bpmnElement: element,
      bounds: moddle.create('dc:Bounds', { ...box }),
      ...more,
    })
  const line = (element: BpmnElement, points: readonly Point[]) =>
    moddle.create('bpmndi:BPMNEdge', {
      id: `${element.id}.di`,
      bpmnElement: element,
      waypoint: points.map((point) => moddle.create('dc:Point', { ...point })),
    })
  const drawn = [...elements].flatMap(([id, element]) => {
    const [box, points] = [layout.boxes[id], layout.lines[id]]
    if (box) return [shape(element, box, element.$type === 'bpmn:SubProcess' ? { isExpanded: true } : {})]
    return points ? [line(element, points)] : []
  })
  const planeElement = [
    shape(pool, { x: 0, y: 0, width: layout.width, height: layout.height }, { isHorizontal: true }),
    ...laneBoxes.map(({ element, box }) => shape(element, box, { isHorizontal: true })),
    ...drawn,
  ]
  const plane = moddle.create('bpmndi:BPMNPlane', { id: 'graph.plane', bpmnElement: collaboration, planeElement })
  return moddle.create('bpmndi:BPMNDiagram', { id: 'graph.diagram', plane })
}
