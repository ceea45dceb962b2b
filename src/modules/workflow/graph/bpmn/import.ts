/**
 * BPMN 2.0 XML as a graph. What we wrote comes back as it was; of what others drew, steps, choices, parallel branches, waits and lanes are taken over, and everything else is
 * told in notes, so that nothing is dropped in silence. What still misses (roles, limits, conditions) is on the check list of the designer.
 */
import type { BpmnElement } from 'bpmn-moddle'
import { ProcessGraph } from '../graph.ts'
import { productModdle } from './moddle.ts'
import { type ImportNote, noteOf } from './notes.ts'
import { readConditions } from './read-condition.ts'
import { listOf, refOf, textOf } from './read-element.ts'
import { readNode } from './read-node.ts'

export interface Imported {
  /** Name of the process in the file. */
  name: string
  /** Nothing when the file cannot be read as a process; the notes say why. */
  graph?: ProcessGraph
  notes: ImportNote[]
}

/** Characters; a process of three hundred steps has half of it. */
export const MAX_XML = 2_000_000

export async function importBpmn(xml: string): Promise<Imported> {
  if (xml.length > MAX_XML) return { name: '', notes: [noteOf('too-large')] }
  const moddle = productModdle()
  const read = await moddle.fromXML(xml).catch(() => undefined)
  if (!read) return { name: '', notes: [noteOf('not-bpmn')] }
  const processes = listOf(read.rootElement.get('rootElements')).filter(({ $type }) => $type === 'bpmn:Process')
  const [process] = processes
  if (!process) return { name: '', notes: [noteOf('no-process')] }
  const notes = [
    ...(read.warnings.length > 0 ? [noteOf('unreadable-parts')] : []),
    ...processes.slice(1).map(({ id }) => noteOf('other-process', id)),
  ]
  const drawn = readProcess(process, notes)
  const graph = ProcessGraph.safeParse(drawn)
  const name = textOf(process, 'name')
  if (!graph.success) return { name, notes: [...notes, noteOf('unfit')] }
  return { name, graph: graph.data, notes }
}

function readProcess(process: BpmnElement, notes: ImportNote[]): unknown {
  const elements = listOf(process.get('flowElements'))
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')
  const ids = safeIds(elements)
  const lanes = listOf(process.get('laneSets')).flatMap((set) => listOf(set.get('lanes')))
  const laneKeys = new Map(lanes.map((lane, at) => [lane, textOf(lane, 'mc:key') || `lane_${at + 1}`]))
  const laneOf = (element: BpmnElement) => {
    const own = lanes.find((lane) => listOf(lane.get('flowNodeRef')).includes(element))
    return own ? (laneKeys.get(own) ?? '') : ''
  }
  // An element need not list its ways, so they are counted from the ways.
  const into = Map.groupBy(flows, (flow) => refOf(flow, 'targetRef'))
  const out = Map.groupBy(flows, (flow) => refOf(flow, 'sourceRef'))
  const waysOf = (element: BpmnElement) => ({ into: into.get(element) ?? [], out: out.get(element) ?? [] })
  const isMerge = (element: BpmnElement) =>
    element.$type === 'bpmn:ExclusiveGateway' &&
    (element.get('mc:added') === 'true' || (!element.get('mc:node') && waysOf(element).into.length > 1 && waysOf(element).out.length === 1))
  const nodes = elements.flatMap((element) => {
    if (element.$type === 'bpmn:SequenceFlow' || isMerge(element)) return []
    const node = readNode(element, ids.get(element) ?? '', laneOf(element), {
      into: waysOf(element).into.length,
      out: waysOf(element).out.length,
    })
    if (!node) notes.push(noteOf('unknown-element', element.id, textOf(element, 'name') || element.$type.replace('bpmn:', '')))
    return node ? [node] : []
  })
  /** Where a way comes to when gateways that only gather are left out. */
  const endOf = (flow: BpmnElement): BpmnElement | undefined => {
    let target = refOf(flow, 'targetRef')
    for (const seen = new Set<BpmnElement>(); target && isMerge(target) && !seen.has(target); ) {
      seen.add(target)
      const [next] = waysOf(target).out
      target = next && refOf(next, 'targetRef')
    }
    return target
  }
  const ways = flows.flatMap((flow) => {
    const [source, target] = [refOf(flow, 'sourceRef'), endOf(flow)]
    if (source && isMerge(source)) return []
    const { condition, isUnreadable } = readConditions(flow)
    if (isUnreadable) notes.push(noteOf('condition', flow.id, textOf(flow, 'name') || flow.id))
    const isDefault = flow.get('mc:default') === 'true' || (source?.$type === 'bpmn:ExclusiveGateway' && source.get('default') === flow)
    const isNamed = flow.get('name') !== undefined && flow.get('mc:unnamed') !== 'true'
    return [
      {
        id: ids.get(flow) ?? '',
        from: source ? (ids.get(source) ?? '') : '',
        to: target ? (ids.get(target) ?? '') : '',
        ...(isNamed && { name: textOf(flow, 'name') }),
        ...(condition && { condition }),
        ...(isDefault && { isDefault: true }),
      },
    ]
  })
  const ownLanes = lanes.map((lane) => ({
    key: laneKeys.get(lane) ?? '',
    name: textOf(lane, 'name'),
    place: lane.get('mc:place') ?? 'settling',
    roleCode: lane.get('mc:role') ?? '',
  }))
  return { lanes: ownLanes, nodes, flows: ways }
}

/** Ids that fit a graph: kept where they do, made where they do not. */
function safeIds(elements: readonly BpmnElement[]): Map<BpmnElement, string> {
  const used = new Set(elements.map(({ id }) => id))
  let next = 1
  return new Map(
    elements.map((element) => {
      if (/^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(element.id ?? '')) return [element, element.id]
      while (used.has(`bpmn_${next}`)) next += 1
      return [element, `bpmn_${next++}`]
    }),
  )
}
