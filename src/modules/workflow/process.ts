/** The internal process (quy trình nội bộ): a published version of a template, ready to run. A version never changes once dossiers run on it. */
import type { StepKind, TaskKind } from '#modules/dossier/index.ts'
import type { GraphLimit, GraphNode, GraphNodeOf, Lane, ProcessGraph } from './graph/graph.ts'
import { type LineStep, lineOf } from './graph/line-graph.ts'
import { nodeOf, type Runnable } from './graph/runnable.ts'

export interface Process {
  id: number
  templateId: number
  version: number
  name: string
  graph: ProcessGraph
  runnable: Runnable
  /** Roles by the code that lanes name. */
  roleIds: ReadonlyMap<string, number>
}

/** What waits at a node for somebody, or for a time to pass. */
export interface Waiting {
  node: string
  /** Of the node's legs, which one. */
  leg?: string
  kind: TaskKind
  name: string
  /** None for a timer. */
  lane?: Lane
  limit: GraphLimit
}

/** @throws Error for a node at which nothing waits */
export function waitingAt({ graph, runnable }: Process, nodeId: string, leg?: string): Waiting {
  const { node } = nodeOf(runnable, nodeId)
  const laneOf = (key: string) => graph.lanes.find((lane) => lane.key === key)
  switch (node.kind) {
    case 'step':
      return { node: node.id, kind: node.step, name: node.name, lane: laneOf(node.lane), limit: node.limit }
    case 'outside':
      return { node: node.id, kind: 'outside', name: node.name, lane: laneOf(node.lane), limit: node.limit }
    case 'timer':
      return { node: node.id, kind: 'timer', name: node.name, limit: node.wait }
    case 'agencies': {
      const found = node.legs.find(({ key }) => key === leg)
      if (!found) throw new Error(`${nodeId} has no leg ${leg}`)
      return { node: node.id, leg, kind: 'leg', name: found.name, lane: laneOf(found.lane), limit: found.limit }
    }
    default:
      throw new Error(`Nothing waits at ${nodeId}`)
  }
}

export type StepNode = GraphNodeOf<'step'>

/** The steps of a graph in its order, whatever lies between them. */
export const stepNodes = ({ nodes }: Pick<ProcessGraph, 'nodes'>): StepNode[] =>
  nodes.filter((node): node is StepNode => node.kind === 'step')

/** What follows a node when nothing has to be decided first; undefined at a choice, a fork, other agencies, or the end. */
export function plainStepAfter({ runnable }: Process, nodeId: string): StepNode | undefined {
  const [flow, other] = nodeOf(runnable, nodeId).out
  const next: GraphNode | undefined = other ? undefined : flow?.to.node
  return next?.kind === 'step' ? next : undefined
}

export interface LineStepOf extends LineStep {
  position: number
  roleId: number
}

/** The steps of a process that is a plain line, with the ids of their roles; undefined for one that was drawn otherwise. */
export function lineSteps({ graph, roleIds }: Pick<Process, 'graph' | 'roleIds'>): LineStepOf[] | undefined {
  return lineOf(graph)?.map((step, at) => ({ ...step, position: at + 1, roleId: roleIds.get(step.roleCode) ?? 0 }))
}

/** The step at which results are returned; every process that can be published has one. */
export const returnStep = (process: Process): StepNode | undefined => stepNodes(process.graph).findLast(({ step }) => step === 'return')

export const isStepKind = (kind: TaskKind): kind is StepKind => kind !== 'leg' && kind !== 'timer' && kind !== 'outside'
