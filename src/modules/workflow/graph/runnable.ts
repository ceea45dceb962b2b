/** A graph made ready for the engine, once for each version; refuses a graph on which a dossier could get lost. Pure. */
import type { Condition } from './condition.ts'
import type { GraphNode, JoinMode, ProcessGraph } from './graph.ts'
import { isWithin, type Scope } from './shape.ts'
import { type Structure, structureOf } from './structure.ts'

export interface Runnable {
  readonly structure: Structure
  readonly start: RunNode
  readonly nodes: ReadonlyMap<string, RunNode>
  /** More moves than this without anybody doing anything cannot be. */
  readonly bound: number
}

export interface RunNode {
  readonly node: GraphNode
  readonly scope: Scope
  readonly out: readonly RunFlow[]
  readonly join?: RunJoin
}

export interface RunJoin {
  readonly id: string
  readonly mode: JoinMode
  /** Ids of the flows out of its fork. */
  readonly branches: ReadonlySet<string>
  /** In how many branches the block itself lies: what runs in the block has one of `branches` at this place of its scope. */
  readonly depth: number
}

export interface RunFlow {
  readonly id: string
  readonly to: RunNode
  readonly condition?: Condition
  /** Of a flow into a join: the branch that it ends. */
  readonly branch?: string
  /** The branches that the flow runs in. */
  readonly scope: Scope
}

export function runnable(graph: ProcessGraph): Runnable {
  const structure = structureOf(graph)
  const [problem] = structure.findings
  if (problem) throw new Error(`The process cannot be run: ${problem.code} at ${problem.nodeId ?? problem.flowId ?? 'the graph'}`)
  const nodes = new Map<string, RunNode & { out: RunFlow[] }>()
  for (const [id, node] of structure.nodes) {
    const scope = structure.scopes.get(id) ?? []
    nodes.set(id, { node, scope, out: [], ...(node.kind === 'join' && { join: joinOf(structure, id, node.mode, scope) }) })
  }
  for (const run of nodes.values()) {
    const { id, kind } = run.node
    // The default is asked last.
    const flows = structure.out(id).toSorted((one, other) => Number(one.isDefault ?? false) - Number(other.isDefault ?? false))
    for (const flow of flows) {
      const to = nodes.get(flow.to)
      if (!to) throw new Error(`Flow ${flow.id} leads nowhere`)
      const scope = kind === 'fork' ? [...run.scope, flow.id] : run.scope
      run.out.push({ id: flow.id, to, condition: flow.condition, branch: structure.branchInto.get(flow.id), scope })
    }
  }
  const start = nodes.get(structure.start ?? '')
  if (!start) throw new Error('The process has no start')
  return { structure, start, nodes, bound: graph.flows.length + 1 }
}

function joinOf(structure: Structure, id: string, mode: JoinMode, scope: Scope): RunJoin {
  const branches = structure.out(structure.forkOfJoin.get(id) ?? '').map((flow) => flow.id)
  return { id, mode, branches: new Set(branches), depth: scope.length }
}

export const nodeOf = (process: Runnable, id: string): RunNode => {
  const found = process.nodes.get(id)
  if (!found) throw new Error(`The process has no node ${id}`)
  return found
}

/**
 * Steps that the work at `nodeId` may be sent back to, in the order of the process: those that lead to it, in its own branch or before the fork it came from. Not the
 * reception, which has been acknowledged to the applicant. The caller leaves out those the dossier has not been at.
 */
export function waysBack(process: Runnable, nodeId: string): string[] {
  const { structure } = process
  const { scope } = nodeOf(process, nodeId)
  const leading = new Set<string>()
  const queue = [nodeId]
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const flow of structure.into(id))
      if (!structure.backFlows.has(flow.id) && !leading.has(flow.from)) {
        leading.add(flow.from)
        queue.push(flow.from)
      }
  return structure.order.filter((id) => {
    const { node, scope: outer } = nodeOf(process, id)
    return leading.has(id) && node.kind === 'step' && node.step !== 'reception' && isWithin(scope, outer)
  })
}
