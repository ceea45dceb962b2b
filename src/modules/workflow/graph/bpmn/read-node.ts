/** One element of a file as a node of the graph: ours by what it says of itself, another tool's by its kind. */
import type { BpmnElement } from 'bpmn-moddle'
import { ELEMENTS } from './export.ts'
import { listOf, textOf } from './read-element.ts'

/** Checked against the schema by the caller, with the rest of the graph. Nothing when there is no such node. */
export function readNode(element: BpmnElement, id: string, lane: string, ways: WayCount): unknown {
  const own = element.get('mc:node')
  const isOurs = typeof own === 'string' && Object.entries(ELEMENTS).some(([kind, type]) => kind === own && type === element.$type)
  return isOurs ? ourNode(element, own, id) : foreignNode(element, id, lane, ways)
}

const limitOf = (element: BpmnElement) => ({ amount: Number(element.get('mc:amount') ?? 0), unit: element.get('mc:unit') ?? 'hour' })

function ourNode(element: BpmnElement, kind: string, id: string): unknown {
  const node = { id, kind, name: textOf(element, 'name') }
  const lane = element.get('mc:lane') ?? ''
  switch (kind) {
    case 'step': {
      const [output, actions] = [element.get('mc:output'), element.get('mc:actions')]
      return {
        ...node,
        step: element.get('mc:step'),
        lane,
        limit: limitOf(element),
        ...(output !== undefined && { output }),
        ...(typeof actions === 'string' && { actions: actions.split(' ').filter((name) => name !== '') }),
      }
    }
    case 'outside':
      return { ...node, lane, limit: limitOf(element) }
    case 'timer':
      return { ...node, wait: limitOf(element) }
    case 'join': {
      const [mode, count, branch] = [element.get('mc:mode'), element.get('mc:count'), element.get('mc:branch')]
      return {
        ...node,
        mode: { kind: mode, ...(count !== undefined && { count: Number(count) }), ...(branch !== undefined && { branch }) },
      }
    }
    case 'agencies': {
      const legs = listOf(element.get('flowElements')).filter((part) => part.get('mc:key') !== undefined)
      const lead = element.get('mc:lead')
      const ownLegs = legs.map((leg) => ({
        key: leg.get('mc:key'),
        lane: leg.get('mc:lane') ?? '',
        name: textOf(leg, 'name'),
        limit: limitOf(leg),
      }))
      return { ...node, mode: element.get('mc:mode'), legs: ownLegs, ...(lead !== undefined && { lead }) }
    }
    default:
      return node
  }
}

const TASKS = ['Task', 'UserTask', 'ManualTask', 'ServiceTask', 'ScriptTask', 'SendTask', 'ReceiveTask', 'BusinessRuleTask', 'CallActivity']

/** Limits and roles stay open: the check list asks for them. */
function foreignNode(element: BpmnElement, id: string, lane: string, { into, out }: WayCount): unknown {
  const name = textOf(element, 'name')
  const kind = element.$type.replace('bpmn:', '')
  const events = listOf(element.get('eventDefinitions')).map(({ $type }) => $type)
  if (TASKS.includes(kind)) return { id, kind: 'step', name, step: 'appraisal', lane, limit: { amount: 0, unit: 'hour' } }
  if (kind === 'StartEvent' && events.length === 0) return { id, kind: 'start', name }
  if (kind === 'EndEvent') return { id, kind: 'end', name }
  if (kind === 'IntermediateCatchEvent' && events.includes('bpmn:TimerEventDefinition'))
    return { id, kind: 'timer', name, wait: { amount: 0, unit: 'hour' } }
  if (kind === 'ExclusiveGateway') return { id, kind: 'choice', name }
  if (kind === 'ParallelGateway' && into <= 1) return { id, kind: 'fork', name }
  if (kind === 'ParallelGateway' && out <= 1) return { id, kind: 'join', name, mode: { kind: 'all' } }
  return undefined
}

interface WayCount {
  into: number
  out: number
}
