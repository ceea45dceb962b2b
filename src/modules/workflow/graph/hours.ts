/** How long the process may take by its own limits, in working hours: what is held against the legal limit. Pure. */
import { hoursOfLimit } from '../process-rules.ts'
import type { Flow, GraphLimit, GraphNode } from './graph.ts'
import type { Structure } from './structure.ts'

export interface Longest {
  hours: number
  /** Ids of the nodes that make it, in order. */
  nodes: string[]
}

/**
 * The longest way from the start to an end: of parallel branches the longest, of a loop each step once (with the steps that only going back passes). Nothing when the graph
 * cannot be run.
 */
export function longestWay(structure: Structure): Longest | undefined {
  if (structure.findings.length > 0 || structure.start === undefined) return undefined
  const known = new Map<string, Longest>()
  /** From the node to the end, or to the join of its branch. Goes no deeper than there are nodes: what goes back is replaced by what leaves the loop. */
  const from = (id: string): Longest => {
    const found = known.get(id) ?? follow(id)
    known.set(id, found)
    return found
  }
  const along = ({ id, to }: Flow): Longest => (structure.branchInto.has(id) ? NOTHING : from(to))
  const follow = (id: string): Longest => {
    const node = structure.nodes.get(id)
    const own = { hours: node ? hoursAt(node) : 0, nodes: [id] }
    const join = structure.joinOfFork.get(id)
    const next = structure.out(id).flatMap((flow) => (structure.backFlows.has(flow.id) ? structure.exitsOf(flow) : [flow]))
    const rest = after(own, longest(next.map(along)))
    return join === undefined ? rest : after(rest, from(join))
  }
  return from(structure.start)
}

const NOTHING: Longest = { hours: 0, nodes: [] }

export function hoursAt(node: GraphNode): number {
  switch (node.kind) {
    case 'step':
    case 'outside':
      return hoursOf(node.limit)
    case 'timer':
      return hoursOf(node.wait)
    case 'agencies': {
      const legs = node.legs.map(({ limit }) => hoursOf(limit))
      return node.mode === 'parallel' ? Math.max(0, ...legs) : legs.reduce((sum, hours) => sum + hours, 0)
    }
    default:
      return 0
  }
}

const hoursOf = ({ amount, unit }: GraphLimit): number => hoursOfLimit({ amount, unit })

const longest = (ways: readonly Longest[]): Longest => ways.reduce((most, way) => (way.hours > most.hours ? way : most), ways[0] ?? NOTHING)

const after = (one: Longest, next: Longest): Longest => ({ hours: one.hours + next.hours, nodes: [...one.nodes, ...next.nodes] })
