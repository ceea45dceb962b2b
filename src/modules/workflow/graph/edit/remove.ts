/** Takes a node or a way out; what led to the node leads on to what came after it. Pure. */
import type { Flow, ProcessGraph } from '../graph.ts'
import { shapeOf } from '../shape.ts'
import type { Edited } from './edited.ts'
import { retarget } from './retarget.ts'

/**
 * Not the start. Of a choice the default way stays, and what stood on the others is left for the check list to name. A fork goes together with its join, and the branches
 * follow one another: no work is lost.
 */
export function removeNode(graph: ProcessGraph, nodeId: string): Edited | undefined {
  const node = graph.nodes.find(({ id }) => id === nodeId)
  if (!node || node.kind === 'start') return undefined
  const { forkOfJoin, joinOfFork } = shapeOf(graph)
  const fork = node.kind === 'fork' ? nodeId : forkOfJoin.get(nodeId)
  const join = fork === undefined ? undefined : joinOfFork.get(fork)
  if (fork !== undefined && join !== undefined && (nodeId === fork || nodeId === join)) return removeBlock(graph, fork, join)
  const healed = heal(graph, nodeId)
  return { graph: healed, selected: graph.flows.find(({ to }) => to === nodeId)?.from }
}

export function removeFlow(graph: ProcessGraph, flowId: string): Edited | undefined {
  const flow = graph.flows.find(({ id }) => id === flowId)
  return flow && { graph: { ...graph, flows: graph.flows.filter((each) => each !== flow) }, selected: flow.from }
}

/** The graph without the node. */
export function heal(graph: ProcessGraph, nodeId: string): ProcessGraph {
  const out = graph.flows.filter(({ from, to }) => from === nodeId && to !== nodeId)
  const target = (out.find(({ isDefault }) => isDefault) ?? out[0])?.to
  let flows = graph.flows.filter(({ from }) => from !== nodeId)
  for (const flow of flows.filter(({ to }) => to === nodeId)) flows = leadOn(flows, flow, target)
  return { ...graph, nodes: graph.nodes.filter(({ id }) => id !== nodeId), flows }
}

function removeBlock(graph: ProcessGraph, fork: string, join: string): Edited {
  const { branchInto } = shapeOf(graph)
  const after = graph.flows.find(({ from, to }) => from === join && to !== join)?.to
  const branches = graph.flows
    .filter(({ from, to }) => from === fork && to !== join && to !== fork)
    .map((first) => ({ first, last: graph.flows.filter(({ id, to }) => to === join && branchInto.get(id) === first.id) }))
  let flows: Flow[] = graph.flows.filter(({ from }) => from !== fork && from !== join)
  const lead = (ways: readonly Flow[], target: string | undefined) => {
    for (const { id } of ways) {
      const flow = flows.find((each) => each.id === id)
      if (flow) flows = leadOn(flows, flow, target)
    }
  }
  lead(
    graph.flows.filter(({ to }) => to === fork),
    branches[0]?.first.to ?? after,
  )
  for (const [at, { last }] of branches.entries()) lead(last, branches[at + 1]?.first.to ?? after)
  const nodes = graph.nodes.filter(({ id }) => id !== fork && id !== join)
  const known = new Set(nodes.map(({ id }) => id))
  return { graph: { ...graph, nodes, flows: flows.filter(({ to }) => known.has(to)) }, selected: branches[0]?.first.to ?? after }
}

/** The way leads to the target; without one, or back to where it comes from, it goes. */
const leadOn = (flows: readonly Flow[], flow: Flow, target: string | undefined): Flow[] =>
  target === undefined || target === flow.from ? flows.filter((each) => each !== flow) : retarget(flows, flow.id, target)
