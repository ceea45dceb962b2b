/** Changes what a node, a way or a lane says, not where it stands. Pure. */
import type { Condition } from '../condition.ts'
import type { GraphNode, Lane, ProcessGraph } from '../graph.ts'
import type { Edited } from './edited.ts'
import { newLaneKey } from './new-id.ts'

/** The node of this id and kind says what is given. */
export function setNode(graph: ProcessGraph, node: GraphNode): Edited | undefined {
  if (!graph.nodes.some(({ id, kind }) => id === node.id && kind === node.kind)) return undefined
  return { graph: { ...graph, nodes: graph.nodes.map((each) => (each.id === node.id ? node : each)) }, selected: node.id }
}

/** Out of a choice: its name, and either a condition or that it is the default; another default then stops being one. */
export function setFlow(graph: ProcessGraph, flowId: string, said: FlowWords): Edited | undefined {
  const flow = graph.flows.find(({ id }) => id === flowId)
  if (!flow) return undefined
  const { id, from, to } = flow
  const name = said.name?.trim()
  const own = {
    id,
    from,
    to,
    ...(name && { name }),
    ...(said.isDefault ? { isDefault: true as const } : said.condition && { condition: said.condition }),
  }
  const flows = graph.flows.map((each) => {
    if (each === flow) return own
    if (!said.isDefault || each.from !== from || !each.isDefault) return each
    const { isDefault: _, ...rest } = each
    return rest
  })
  return { graph: { ...graph, flows }, selected: flowId }
}

export interface FlowWords {
  name?: string
  condition?: Condition
  isDefault?: boolean
}

/** The role's row is drawn below the others. */
export function addLane(graph: ProcessGraph, lane: Omit<Lane, 'key'>): Edited {
  return { graph: { ...graph, lanes: [...graph.lanes, { key: newLaneKey(graph), ...lane }] } }
}

export function setLane(graph: ProcessGraph, lane: Lane): Edited | undefined {
  if (!graph.lanes.some(({ key }) => key === lane.key)) return undefined
  return { graph: { ...graph, lanes: graph.lanes.map((each) => (each.key === lane.key ? lane : each)) } }
}

/** Only a role that nobody works in. */
export function removeLane(graph: ProcessGraph, laneKey: string): Edited | undefined {
  if (!graph.lanes.some(({ key }) => key === laneKey) || isLaneUsed(graph, laneKey)) return undefined
  return { graph: { ...graph, lanes: graph.lanes.filter(({ key }) => key !== laneKey) } }
}

export const isLaneUsed = ({ nodes }: ProcessGraph, laneKey: string): boolean =>
  nodes.some(
    (node) => ('lane' in node && node.lane === laneKey) || (node.kind === 'agencies' && node.legs.some(({ lane }) => lane === laneKey)),
  )

/** One row up or down in the picture. */
export function moveLane(graph: ProcessGraph, laneKey: string, to: 'earlier' | 'later'): Edited | undefined {
  const at = graph.lanes.findIndex(({ key }) => key === laneKey)
  const first = to === 'earlier' ? at - 1 : at
  const pair = graph.lanes.slice(first, first + 2)
  if (at < 0 || first < 0 || pair.length < 2) return undefined
  return { graph: { ...graph, lanes: graph.lanes.toSpliced(first, 2, ...pair.reverse()) } }
}
