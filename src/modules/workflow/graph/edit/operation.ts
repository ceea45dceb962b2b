/** Everything one can do to a drawing, as plain data: a button of the plain form and the same button in the browser mean the same operation. Pure, and without zod. */
import type { GraphNode, Lane, ProcessGraph } from '../graph.ts'
import { MAX_FLOWS, MAX_LANES, MAX_LEGS, MAX_NODES } from '../most.ts'
import { connect, orderFlow, redirect } from './connect.ts'
import type { Edited } from './edited.ts'
import { addWay, insertAfter, insertBefore, insertOn } from './insert.ts'
import { addLeg, moveLeg, removeLeg } from './legs.ts'
import { moveOn, moveStep } from './move.ts'
import type { NewKind } from './piece.ts'
import { removeFlow, removeNode } from './remove.ts'
import { addLane, type FlowWords, moveLane, removeLane, setFlow, setLane, setNode } from './set.ts'

export type Operation =
  | { do: 'insert-after' | 'insert-before'; node: string; kind: NewKind }
  | { do: 'insert-on'; flow: string; kind: NewKind }
  | { do: 'add-way'; node: string }
  | { do: 'remove-node'; node: string }
  | { do: 'move-node'; node: string; to: Direction }
  | { do: 'move-on'; node: string; flow: string }
  | { do: 'set-node'; node: GraphNode }
  | { do: 'connect'; node: string; to: string }
  | { do: 'redirect'; flow: string; to: string }
  | { do: 'order-flow'; flow: string; to: Direction }
  | { do: 'remove-flow'; flow: string }
  | { do: 'set-flow'; flow: string; words: FlowWords }
  | { do: 'add-leg'; node: string }
  | { do: 'remove-leg'; node: string; leg: string }
  | { do: 'move-leg'; node: string; leg: string; to: Direction }
  | { do: 'add-lane'; lane: Omit<Lane, 'key'> }
  | { do: 'set-lane'; lane: Lane }
  | { do: 'remove-lane'; lane: string }
  | { do: 'move-lane'; lane: string; to: Direction }
  /** All of it by another: a file that was read. */
  | { do: 'replace'; graph: ProcessGraph }
export type Direction = 'earlier' | 'later'

/** Nothing when it cannot be done here: the node is gone, or the graph would become too large. */
export function perform(graph: ProcessGraph, operation: Operation): Edited | undefined {
  const edited = edit(graph, operation)
  return edited && fits(edited.graph) ? edited : undefined
}

function edit(graph: ProcessGraph, operation: Operation): Edited | undefined {
  switch (operation.do) {
    case 'insert-after':
      return insertAfter(graph, operation.node, operation.kind)
    case 'insert-before':
      return insertBefore(graph, operation.node, operation.kind)
    case 'insert-on':
      return insertOn(graph, operation.flow, operation.kind)
    case 'add-way':
      return addWay(graph, operation.node)
    case 'remove-node':
      return removeNode(graph, operation.node)
    case 'move-node':
      return moveStep(graph, operation.node, operation.to)
    case 'move-on':
      return moveOn(graph, operation.node, operation.flow)
    case 'set-node':
      return setNode(graph, operation.node)
    case 'connect':
      return connect(graph, operation.node, operation.to)
    case 'redirect':
      return redirect(graph, operation.flow, operation.to)
    case 'order-flow':
      return orderFlow(graph, operation.flow, operation.to)
    case 'remove-flow':
      return removeFlow(graph, operation.flow)
    case 'set-flow':
      return setFlow(graph, operation.flow, operation.words)
    case 'add-leg':
      return addLeg(graph, operation.node)
    case 'remove-leg':
      return removeLeg(graph, operation.node, operation.leg)
    case 'move-leg':
      return moveLeg(graph, operation.node, operation.leg, operation.to)
    case 'add-lane':
      return addLane(graph, operation.lane)
    case 'set-lane':
      return setLane(graph, operation.lane)
    case 'remove-lane':
      return removeLane(graph, operation.lane)
    case 'move-lane':
      return moveLane(graph, operation.lane, operation.to)
    case 'replace':
      return { graph: operation.graph }
  }
}

const fits = ({ nodes, flows, lanes }: ProcessGraph): boolean =>
  nodes.length <= MAX_NODES &&
  flows.length <= MAX_FLOWS &&
  lanes.length <= MAX_LANES &&
  nodes.every((node) => node.kind !== 'agencies' || node.legs.length <= MAX_LEGS)

/** To begin with: a start and an end. */
export const BLANK_GRAPH: ProcessGraph = {
  lanes: [],
  nodes: [
    { id: 'start', kind: 'start', name: 'Bắt đầu' },
    { id: 'end', kind: 'end', name: 'Kết thúc' },
  ],
  flows: [{ id: 'flow_1', from: 'start', to: 'end' }],
}
