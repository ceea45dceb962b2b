import type { ProcessGraph } from '../graph.ts'

/** An id no node and no flow has: `step_4`. `taken` are ids that are about to be used. */
export function newId(graph: ProcessGraph, kind: string, taken: readonly string[] = []): string {
  const used = new Set([...graph.nodes.map(({ id }) => id), ...graph.flows.map(({ id }) => id), ...taken])
  return firstFree(kind, used)
}

export const newLaneKey = ({ lanes }: ProcessGraph): string => firstFree('lane', new Set(lanes.map(({ key }) => key)))

export const newLegKey = (legs: readonly { key: string }[]): string => firstFree('leg', new Set(legs.map(({ key }) => key)))

function firstFree(kind: string, used: ReadonlySet<string>): string {
  let at = 1
  while (used.has(`${kind}_${at}`)) at += 1
  return `${kind}_${at}`
}
