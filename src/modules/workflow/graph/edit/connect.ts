/** Draws ways between nodes, and sets their order. Pure. */
import type { ProcessGraph } from '../graph.ts'
import type { Edited } from './edited.ts'
import { newId } from './new-id.ts'
import { retarget } from './retarget.ts'

/** A choice and a fork get one more way; the one way out of everything else is led to `to`. Not into a start or out of an end. */
export function connect(graph: ProcessGraph, from: string, to: string): Edited | undefined {
  const [source, target] = [from, to].map((nodeId) => graph.nodes.find(({ id }) => id === nodeId))
  if (!source || !target || from === to || source.kind === 'end' || target.kind === 'start') return undefined
  const out = graph.flows.filter((flow) => flow.from === from)
  if (out.some((flow) => flow.to === to)) return undefined
  const [only] = out
  if (only && source.kind !== 'choice' && source.kind !== 'fork') return redirect(graph, only.id, to)
  const id = newId(graph, 'flow')
  const isDefault = source.kind === 'choice' && !out.some((flow) => flow.isDefault)
  return { graph: { ...graph, flows: [...graph.flows, { id, from, to, ...(isDefault && { isDefault }) }] }, selected: id }
}

export function redirect(graph: ProcessGraph, flowId: string, to: string): Edited | undefined {
  const flow = graph.flows.find(({ id }) => id === flowId)
  const target = graph.nodes.find(({ id }) => id === to)
  if (!flow || !target || target.kind === 'start' || flow.from === to || flow.to === to) return undefined
  const flows = retarget(graph.flows, flowId, to)
  return { graph: { ...graph, flows }, selected: flows.some(({ id }) => id === flowId) ? flowId : flow.from }
}

/** The way changes places with its neighbour out of the same node: a choice asks in this order. */
export function orderFlow(graph: ProcessGraph, flowId: string, to: 'earlier' | 'later'): Edited | undefined {
  const flow = graph.flows.find(({ id }) => id === flowId)
  const beside = graph.flows.filter(({ from }) => from === flow?.from)
  const at = flow ? beside.indexOf(flow) : -1
  const other = beside[to === 'earlier' ? at - 1 : at + 1]
  if (!flow || at < 0 || !other) return undefined
  const flows = graph.flows.map((each) => (each === flow ? other : each === other ? flow : each))
  return { graph: { ...graph, flows }, selected: flowId }
}
