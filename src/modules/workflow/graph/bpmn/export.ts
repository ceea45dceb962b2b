/** A graph as BPMN 2.0 XML with its picture, in a pool with its lanes. */
import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { type Drawn, type DrawnFlow, type DrawnNode, drawnGraph } from '../drawn.ts'
import type { GraphLimit, GraphNode, ProcessGraph } from '../graph.ts'
import { LANE_HEAD, type Layout, layoutGraph } from '../layout.ts'
import { structureOf } from '../structure.ts'
import { drawDiagram } from './diagram.ts'
import { FEEL, feelOf } from './feel.ts'
import { productModdle } from './moddle.ts'

/** Throws when the graph has lines to nowhere or an id twice: such a file could not be read back. */
export async function exportBpmn(graph: ProcessGraph, { name }: { name: string }): Promise<string> {
  const broken = structureOf(graph).findings.find(({ code }) => code === 'same-id' || code === 'flow-nowhere')
  if (broken) throw new Error(`The process cannot be written: ${broken.code} at ${broken.nodeId ?? broken.flowId}`)
  const moddle = productModdle()
  const drawn = drawnGraph(graph)
  const layout = layoutGraph(graph)
  const elements = new Map<string, BpmnElement>()
  const process = moddle.create('bpmn:Process', { id: 'graph.process', name, isExecutable: true })
  fill(moddle, process, drawn, elements)
  const lanes = graph.lanes.map((lane, at) => {
    const element = moddle.create('bpmn:Lane', {
      id: `graph.lane.${at}`,
      name: lane.name,
      'mc:key': lane.key,
      'mc:place': lane.place,
      'mc:role': lane.roleCode,
    })
    const inLane = drawn.nodes.filter(({ id }) => isInRow(layout, lane.key, id)).flatMap(({ id }) => elements.get(id) ?? [])
    element.set('flowNodeRef', graph.lanes.findIndex(({ key }) => key === lane.key) === at ? inLane : [])
    return element
  })
  if (lanes.length > 0) process.set('laneSets', [moddle.create('bpmn:LaneSet', { id: 'graph.lanes', lanes })])
  const pool = moddle.create('bpmn:Participant', { id: 'graph.pool', name, processRef: process })
  const collaboration = moddle.create('bpmn:Collaboration', { id: 'graph.collaboration', participants: [pool] })
  const laneBoxes = graph.lanes.flatMap(({ key }, at) => {
    const [element, box] = [lanes[at], layout.lanes[key]]
    return element && box ? [{ element, box: { ...box, x: box.x + LANE_HEAD, width: box.width - LANE_HEAD } }] : []
  })
  const definitions = moddle.create('bpmn:Definitions', {
    id: 'graph.definitions',
    targetNamespace: 'urn:mot-cua:process',
    exporter: 'Một Cửa',
    rootElements: [collaboration, process],
    diagrams: [drawDiagram(moddle, { collaboration, pool, laneBoxes, layout, elements })],
  })
  return (await moddle.toXML(definitions, { format: true })).xml
}

/** Puts what is drawn into a process, or into the process inside another agency's node. */
function fill(moddle: BpmnModdle, into: BpmnElement, { nodes, flows }: Drawn, elements: Map<string, BpmnElement>): void {
  const own = nodes.map((drawn) => {
    const element = nodeElement(moddle, drawn)
    elements.set(drawn.id, element)
    if (drawn.inside) fill(moddle, element, drawn.inside, elements)
    return element
  })
  const ways = flows.map((drawn) => {
    const way = flowElement(moddle, drawn, elements)
    elements.set(drawn.id, way)
    return way
  })
  into.set('flowElements', [...own, ...ways])
}

function nodeElement(moddle: BpmnModdle, { id, name, kind, node, leg }: DrawnNode): BpmnElement {
  if (leg) return moddle.create('bpmn:UserTask', { id, name, 'mc:key': leg.key, 'mc:lane': leg.lane, ...limitOf(leg.limit) })
  if (!node) return moddle.create(ELEMENTS[kind], { id, ...(name !== '' && { name }), 'mc:added': 'true' })
  const element = moddle.create(ELEMENTS[kind], { id, ...(name !== '' && { name }), 'mc:node': kind, ...ownAttributes(node) })
  if (node.kind === 'timer') element.set('eventDefinitions', [timerOf(moddle, node.wait)])
  return element
}

export const ELEMENTS: Record<DrawnNode['kind'], string> = {
  start: 'bpmn:StartEvent',
  end: 'bpmn:EndEvent',
  step: 'bpmn:UserTask',
  outside: 'bpmn:UserTask',
  leg: 'bpmn:UserTask',
  choice: 'bpmn:ExclusiveGateway',
  merge: 'bpmn:ExclusiveGateway',
  // BPMN's gateway of any number of branches (complex) is refused by the linter's recommended rules; what it would say stands in our attributes.
  fork: 'bpmn:ParallelGateway',
  join: 'bpmn:ParallelGateway',
  timer: 'bpmn:IntermediateCatchEvent',
  agencies: 'bpmn:SubProcess',
}

function ownAttributes(node: GraphNode): Record<string, unknown> {
  switch (node.kind) {
    case 'step':
      return {
        'mc:step': node.step,
        'mc:lane': node.lane,
        ...limitOf(node.limit),
        ...(node.output !== undefined && { 'mc:output': node.output }),
        ...(node.actions && { 'mc:actions': node.actions.join(' ') }),
      }
    case 'outside':
      return { 'mc:lane': node.lane, ...limitOf(node.limit) }
    case 'timer':
      return limitOf(node.wait)
    case 'agencies':
      return { 'mc:mode': node.mode, ...(node.lead !== undefined && { 'mc:lead': node.lead }) }
    case 'join': {
      const { mode } = node
      return {
        'mc:mode': mode.kind,
        ...(mode.kind === 'at-least' && { 'mc:count': String(mode.count) }),
        ...(mode.kind === 'lead' && { 'mc:branch': mode.branch }),
      }
    }
    default:
      return {}
  }
}

const limitOf = ({ amount, unit }: GraphLimit) => ({ 'mc:amount': String(amount), 'mc:unit': unit })

/** ISO 8601 knows no working days: they are written as days, in halves as hours of a day of eight. */
function timerOf(moddle: BpmnModdle, { amount, unit }: GraphLimit): BpmnElement {
  const minutes = amount * 60
  const body = unit === 'hour' ? `PT${minutes}M` : Number.isInteger(amount) ? `P${amount}D` : `P${Math.floor(amount)}DT4H`
  return moddle.create('bpmn:TimerEventDefinition', { timeDuration: moddle.create('bpmn:FormalExpression', { body }) })
}

function flowElement(moddle: BpmnModdle, { id, from, to, flow }: DrawnFlow, elements: ReadonlyMap<string, BpmnElement>): BpmnElement {
  const [source, target] = [elements.get(from), elements.get(to)]
  const feel = flow?.condition && feelOf(flow.condition)
  const label = flow?.name ?? feel
  const way = moddle.create('bpmn:SequenceFlow', {
    id,
    ...(label !== undefined && label !== '' && { name: label }),
    sourceRef: source,
    targetRef: target,
    ...(flow ? {} : { 'mc:added': 'true' }),
    ...(flow?.isDefault && { 'mc:default': 'true' }),
    ...(flow && flow.name === undefined && label !== undefined && { 'mc:unnamed': 'true' }),
    ...(flow?.condition && { 'mc:condition': JSON.stringify(flow.condition) }),
    ...(feel !== undefined && { conditionExpression: moddle.create('bpmn:FormalExpression', { language: FEEL, body: feel }) }),
  })
  append(source, 'outgoing', way)
  append(target, 'incoming', way)
  if (flow?.isDefault && source?.$type === 'bpmn:ExclusiveGateway') source.set('default', way)
  return way
}

function append(element: BpmnElement | undefined, list: 'incoming' | 'outgoing', way: BpmnElement): void {
  const known = element?.get(list)
  element?.set(list, [...(Array.isArray(known) ? known : []), way])
}

function isInRow(layout: Layout, laneKey: string, nodeId: string): boolean {
  const [lane, box] = [layout.lanes[laneKey], layout.boxes[nodeId]]
  const middle = (box?.y ?? 0) + (box?.height ?? 0) / 2
  return lane !== undefined && middle >= lane.y && middle < lane.y + lane.height
}
