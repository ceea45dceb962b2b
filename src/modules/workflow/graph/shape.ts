/** The graph indexed, and how its blocks are nested. Total: works on every graph the schema lets through, also on half-drawn ones. Pure. */
import type { Finding } from './finding.ts'
import type { Flow, GraphNode, ProcessGraph } from './graph.ts'

/** The branches a place lies in, outermost first: ids of flows out of forks. */
export type Scope = readonly string[]

export interface Shape {
  nodes: ReadonlyMap<string, GraphNode>
  flows: ReadonlyMap<string, Flow>
  /** Flows out of and into a node, in the graph's order; flows that lead nowhere are left out. */
  out: (nodeId: string) => readonly Flow[]
  into: (nodeId: string) => readonly Flow[]
  start?: string
  /** Of every node that is reached from the start. */
  scopes: ReadonlyMap<string, Scope>
  joinOfFork: ReadonlyMap<string, string>
  forkOfJoin: ReadonlyMap<string, string>
  /** The branch that a flow into a join ends: the id of the flow out of the fork. */
  branchInto: ReadonlyMap<string, string>
  findings: Finding[]
}

export function shapeOf(graph: ProcessGraph): Shape {
  const findings: Finding[] = []
  const nodes = new Map<string, GraphNode>()
  for (const node of graph.nodes) {
    if (nodes.has(node.id)) findings.push({ code: 'same-id', nodeId: node.id })
    else nodes.set(node.id, node)
  }
  const flows = new Map<string, Flow>()
  const leaving = new Map<string, Flow[]>()
  const arriving = new Map<string, Flow[]>()
  for (const flow of graph.flows) {
    if (flows.has(flow.id) || nodes.has(flow.id)) findings.push({ code: 'same-id', flowId: flow.id })
    else if (!nodes.has(flow.from) || !nodes.has(flow.to)) findings.push({ code: 'flow-nowhere', flowId: flow.id })
    else {
      if (leaving.get(flow.from)?.some(({ to }) => to === flow.to)) findings.push({ code: 'same-flow', flowId: flow.id })
      flows.set(flow.id, flow)
      push(leaving, flow.from, flow)
      push(arriving, flow.to, flow)
    }
  }
  const indexed = { nodes, flows, out: (id: string) => leaving.get(id) ?? [], into: (id: string) => arriving.get(id) ?? [] }
  const start = graph.nodes.find(({ kind }) => kind === 'start')?.id
  return { ...indexed, start, ...nest(indexed, start, findings), findings }
}

/** Walks every flow once from the start and notes in which branches each node lies. */
function nest({ nodes, flows, out }: Pick<Shape, 'nodes' | 'flows' | 'out'>, start: string | undefined, findings: Finding[]) {
  const scopes = new Map<string, Scope>()
  const joinOfFork = new Map<string, string>()
  const forkOfJoin = new Map<string, string>()
  const branchInto = new Map<string, string>()
  const queue: string[] = []
  const found = (code: Finding['code'], nodeId: string) => {
    if (!findings.some((each) => each.code === code && each.nodeId === nodeId)) findings.push({ code, nodeId })
  }
  const reach = (id: string, scope: Scope) => {
    const known = scopes.get(id)
    if (known === undefined) {
      scopes.set(id, scope)
      queue.push(id)
    } else if (!sameScope(known, scope)) found('block-crossed', id)
  }
  const close = (join: string, flow: Flow, scope: Scope) => {
    const branch = scope.at(-1)
    const fork = branch === undefined ? undefined : flows.get(branch)?.from
    if (branch === undefined || fork === undefined) {
      found('join-without-fork', join)
      return reach(join, scope)
    }
    if ((forkOfJoin.get(join) ?? fork) !== fork || (joinOfFork.get(fork) ?? join) !== join) found('block-crossed', join)
    if (flow.id === branch) findings.push({ code: 'empty-branch', flowId: flow.id })
    forkOfJoin.set(join, fork)
    joinOfFork.set(fork, join)
    branchInto.set(flow.id, branch)
    reach(join, scope.slice(0, -1))
  }
  if (start !== undefined) reach(start, [])
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const scope = scopes.get(id) ?? []
    if (nodes.get(id)?.kind === 'end' && scope.length > 0) found('end-in-block', id)
    for (const flow of out(id)) {
      const inside = nodes.get(id)?.kind === 'fork' ? [...scope, flow.id] : scope
      if (nodes.get(flow.to)?.kind === 'join') close(flow.to, flow, inside)
      else reach(flow.to, inside)
    }
  }
  for (const id of scopes.keys())
    if (nodes.get(id)?.kind === 'fork') {
      const join = joinOfFork.get(id)
      const arrived = new Set([...branchInto.values()])
      if (join === undefined || out(id).some((flow) => !arrived.has(flow.id))) found('fork-without-join', id)
    }
  return { scopes, joinOfFork, forkOfJoin, branchInto }
}

export const sameScope = (one: Scope, other: Scope): boolean => one.length === other.length && one.every((each, at) => each === other[at])

/** Whether `inner` lies in all the branches of `outer`. */
export const isWithin = (inner: Scope, outer: Scope): boolean => outer.every((each, at) => each === inner[at])

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
