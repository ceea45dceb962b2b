/**
 * A graph as it is drawn, on our pages and in BPMN: where several ways come together at one node, BPMN wants a gateway of their own before it, and other agencies are a
 * process inside the process. Ids of what is added carry a dot, which ids of a graph never do. Pure.
 */
import type { AgencyLeg, Flow, GraphNode, ProcessGraph } from './graph.ts'
import { structureOf } from './structure.ts'

export interface DrawnNode {
  id: string
  kind: GraphNode['kind'] | 'merge' | 'leg'
  name: string
  lane?: string
  /** What it is in the graph; nothing when it was added. */
  node?: GraphNode
  leg?: AgencyLeg
  /** Of other agencies. */
  inside?: Drawn
}

export interface DrawnFlow {
  id: string
  from: string
  to: string
  /** What it is in the graph; nothing when it was added. */
  flow?: Flow
}

export interface Drawn {
  nodes: DrawnNode[]
  flows: DrawnFlow[]
}

export function drawnGraph(graph: ProcessGraph): Drawn {
  const structure = structureOf(graph)
  const nodes: DrawnNode[] = []
  const flows: DrawnFlow[] = graph.flows.map((flow) => ({ id: flow.id, from: flow.from, to: flow.to, flow }))
  const gather = (id: string, to: string, ways: readonly Flow[]) => {
    if (ways.length < 2) return
    nodes.push({ id, kind: 'merge', name: '' })
    for (const way of ways) {
      const drawn = flows.find((flow) => flow.id === way.id)
      if (drawn) drawn.to = id
    }
    flows.push({ id: `${id}.into`, from: id, to })
  }
  for (const node of graph.nodes) {
    const into = structure.into(node.id)
    if (node.kind === 'join')
      for (const [branch, ways] of byBranch(into, structure.branchInto)) gather(`${node.id}.merge.${branch}`, node.id, ways)
    else gather(`${node.id}.merge`, node.id, into)
    nodes.push({
      id: node.id,
      kind: node.kind,
      name: node.name,
      node,
      ...('lane' in node && { lane: node.lane }),
      ...(node.kind === 'agencies' && { inside: inside(node) }),
    })
  }
  return { nodes, flows }
}

/** The ways into a join, by the branch that they end. */
function byBranch(into: readonly Flow[], branchInto: ReadonlyMap<string, string>): Map<string, Flow[]> {
  const branches = new Map<string, Flow[]>()
  for (const flow of into) {
    const branch = branchInto.get(flow.id) ?? flow.id
    branches.set(branch, [...(branches.get(branch) ?? []), flow])
  }
  return branches
}

/** The legs with what BPMN wants around them. */
function inside({ id, mode, legs }: Extract<GraphNode, { kind: 'agencies' }>): Drawn {
  const own = (what: string) => `${id}.${what}`
  const start: DrawnNode = { id: own('start'), kind: 'start', name: 'Gửi' }
  const end: DrawnNode = { id: own('end'), kind: 'end', name: 'Xong' }
  const parts = legs.map((leg): DrawnNode => ({ id: own(`leg.${leg.key}`), kind: 'leg', name: leg.name, leg }))
  if (mode === 'in-order' || legs.length < 2) {
    const nodes = [start, ...parts, end]
    return { nodes, flows: nodes.slice(1).map((node, at) => ({ id: own(`flow.${at}`), from: nodes[at]?.id ?? '', to: node.id })) }
  }
  const [fork, join] = [own('fork'), own('join')]
  return {
    nodes: [start, { id: fork, kind: 'fork', name: '' }, ...parts, { id: join, kind: 'join', name: '' }, end],
    flows: [
      { id: own('flow.in'), from: start.id, to: fork },
      ...parts.map((part, at) => ({ id: own(`flow.to.${at}`), from: fork, to: part.id })),
      ...parts.map((part, at) => ({ id: own(`flow.from.${at}`), from: part.id, to: join })),
      { id: own('flow.out'), from: join, to: end.id },
    ],
  }
}
