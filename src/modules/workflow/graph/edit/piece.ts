/** What is put into a graph when one thing is added: a choice comes with a second way, a fork with its branches and its join. Pure. */
import type { Condition } from '../condition.ts'
import type { Flow, GraphNode, ProcessGraph } from '../graph.ts'
import { newId } from './new-id.ts'

export const NEW_KINDS = ['step', 'choice', 'fork', 'agencies', 'timer', 'outside', 'end'] as const
export type NewKind = (typeof NEW_KINDS)[number]

export interface Piece {
  nodes: GraphNode[]
  flows: Flow[]
  /** Where the way comes in. */
  entry: string
  /** From where the way goes on; nothing after an end. */
  exits: { from: string; isDefault?: true; condition?: Condition }[]
}

/** Names and limits stay open: the check list asks for them. `lane` is that of the neighbour. */
export function newPiece(graph: ProcessGraph, kind: NewKind, lane: string): Piece {
  const taken: string[] = []
  const id = (sort: string) => {
    const made = newId(graph, sort, taken)
    taken.push(made)
    return made
  }
  const step = (): GraphNode => ({ id: id('step'), kind: 'step', name: '', step: 'appraisal', lane, limit: OPEN })
  const single = (node: GraphNode): Piece => ({ nodes: [node], flows: [], entry: node.id, exits: [{ from: node.id }] })
  switch (kind) {
    case 'step':
      return single(step())
    case 'timer':
      return single({ id: id('timer'), kind, name: '', wait: OPEN })
    case 'outside':
      return single({ id: id('outside'), kind, name: '', lane, limit: OPEN })
    case 'agencies': {
      const leg = { key: 'leg_1', lane: '', name: '', limit: OPEN }
      return single({ id: id('agencies'), kind, name: '', mode: 'parallel', legs: [leg] })
    }
    case 'end': {
      const end: GraphNode = { id: id('end'), kind, name: '' }
      return { nodes: [end], flows: [], entry: end.id, exits: [] }
    }
    case 'choice': {
      const choice: GraphNode = { id: id('choice'), kind, name: '' }
      const other = step()
      return {
        nodes: [choice, other],
        flows: [{ id: id('flow'), from: choice.id, to: other.id }],
        entry: choice.id,
        exits: [{ from: choice.id, isDefault: true }, { from: other.id }],
      }
    }
    case 'fork': {
      const fork: GraphNode = { id: id('fork'), kind, name: '' }
      const join: GraphNode = { id: id('join'), kind: 'join', name: '', mode: { kind: 'all' } }
      const branches = [step(), step()]
      return {
        nodes: [fork, ...branches, join],
        flows: branches.flatMap((branch) => [
          { id: id('flow'), from: fork.id, to: branch.id },
          { id: id('flow'), from: branch.id, to: join.id },
        ]),
        entry: fork.id,
        exits: [{ from: join.id }],
      }
    }
  }
}

const OPEN = { amount: 0, unit: 'hour' as const }
