/** Moves what has one way in and one way out to another place; the ways close behind it. Pure. */
import type { ProcessGraph } from '../graph.ts'
import { type Edited, isWork } from './edited.ts'
import { newId } from './new-id.ts'
import { heal } from './remove.ts'

/** On the way `flowId`. */
export function moveOn(graph: ProcessGraph, nodeId: string, flowId: string): Edited | undefined {
  const node = graph.nodes.find(({ id }) => id === nodeId)
  if (!node || !isWork(node)) return undefined
  const healed = heal(graph, nodeId)
  const flow = healed.flows.find(({ id }) => id === flowId)
  if (!flow || graph.flows.some(({ id, from, to }) => id === flowId && (from === nodeId || to === nodeId))) return undefined
  const at = healed.nodes.findIndex(({ id }) => id === flow.from)
  const on = { id: newId(graph, 'flow'), from: nodeId, to: flow.to }
  return {
    graph: {
      ...healed,
      nodes: healed.nodes.toSpliced(at + 1, 0, node),
      flows: [...healed.flows.map((each) => (each === flow ? { ...each, to: nodeId } : each)), on],
    },
    selected: nodeId,
  }
}

/** Past the next or the previous step; not past a choice, a fork or an end. */
export function moveStep(graph: ProcessGraph, nodeId: string, to: 'earlier' | 'later'): Edited | undefined {
  if (to === 'later') return moveLater(graph, nodeId)
  const ways = graph.flows.filter((flow) => flow.to === nodeId)
  const moved = ways.length === 1 && ways[0] ? moveLater(graph, ways[0].from) : undefined
  return moved && { ...moved, selected: nodeId }
}

function moveLater(graph: ProcessGraph, nodeId: string): Edited | undefined {
  const next = graph.nodes.find(({ id }) => graph.flows.some(({ from, to }) => from === nodeId && to === id))
  const on = next && isWork(next) ? graph.flows.find(({ from }) => from === next.id) : undefined
  return on && moveOn(graph, nodeId, on.id)
}
