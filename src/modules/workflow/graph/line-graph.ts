/** A line of steps (`process.ts`) as a graph, so that the versions of before graphs run on the same engine. Pure. */
import type { Process, ProcessStep } from '../process.ts'
import type { Flow, GraphNode, Lane, ProcessGraph } from './graph.ts'

/** `roleCode` tells a role's code by its id. */
export function lineGraph(process: Process, roleCode: (roleId: number) => string): ProcessGraph {
  const lanes = new Map<string, Lane>()
  for (const { roleId, place } of process.steps) {
    const code = roleCode(roleId)
    lanes.set(laneOf({ roleId, place }), { key: laneOf({ roleId, place }), name: code, place, roleCode: code })
  }
  const steps = process.steps.map(
    (step): GraphNode => ({
      id: nodeOfStep(step.id),
      kind: 'step',
      name: step.name,
      step: step.kind,
      lane: laneOf(step),
      limit: { amount: step.limitHours, unit: 'hour' },
    }),
  )
  const nodes: GraphNode[] = [{ id: 'start', kind: 'start', name: 'Bắt đầu' }, ...steps, { id: 'end', kind: 'end', name: 'Kết thúc' }]
  const flows = nodes.slice(1).map(({ id }, at): Flow => ({ id: `flow_${at + 1}`, from: nodes[at]?.id ?? '', to: id }))
  return { lanes: [...lanes.values()], nodes, flows }
}

/** The node that a step of a line became. */
export const nodeOfStep = (stepId: number): string => `step_${stepId}`

/** The step of a line that a node was; nothing when the node was drawn. */
export function stepOfNode(nodeId: string): number | undefined {
  const [, id] = /^step_(\d+)$/.exec(nodeId) ?? []
  return id === undefined ? undefined : Number(id)
}

const laneOf = ({ roleId, place }: Pick<ProcessStep, 'roleId' | 'place'>) => `role_${roleId}_${place}`
