/** The agencies of a liên thông: one more, one less, another order. Pure. */
import type { AgencyLeg, GraphNodeOf, ProcessGraph } from '../graph.ts'
import type { Edited } from './edited.ts'
import { newLegKey } from './new-id.ts'
import { setNode } from './set.ts'

export const addLeg = (graph: ProcessGraph, nodeId: string): Edited | undefined =>
  change(graph, nodeId, (legs) => [...legs, { key: newLegKey(legs), lane: '', name: '', limit: { amount: 0, unit: 'hour' } }])

/** Where it was the lead, there is none. */
export const removeLeg = (graph: ProcessGraph, nodeId: string, legKey: string): Edited | undefined =>
  change(graph, nodeId, (legs) => legs.filter(({ key }) => key !== legKey))

export const moveLeg = (graph: ProcessGraph, nodeId: string, legKey: string, to: 'earlier' | 'later'): Edited | undefined =>
  change(graph, nodeId, (legs) => {
    const at = legs.findIndex(({ key }) => key === legKey)
    const first = to === 'earlier' ? at - 1 : at
    const pair = legs.slice(Math.max(first, 0), first + 2)
    return at < 0 || first < 0 || pair.length < 2 ? legs : legs.toSpliced(first, 2, ...pair.reverse())
  })

function change(graph: ProcessGraph, nodeId: string, how: (legs: AgencyLeg[]) => AgencyLeg[]): Edited | undefined {
  const node = graph.nodes.find((each): each is GraphNodeOf<'agencies'> => each.id === nodeId && each.kind === 'agencies')
  if (!node) return undefined
  const legs = how(node.legs)
  if (legs === node.legs) return undefined
  const { lead, ...rest } = node
  return setNode(graph, { ...rest, legs, ...(legs.some(({ key }) => key === lead) && { lead }) })
}
