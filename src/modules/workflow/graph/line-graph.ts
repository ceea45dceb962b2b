/** A plain line of steps as a graph, and a graph that is one as its steps: most processes are, and a form is enough to write them. Pure. */
import type { StepKind } from '#modules/dossier/index.ts'
import type { Flow, GraphNode, Lane, ProcessGraph } from './graph.ts'

export interface LineStep {
  kind: StepKind
  name: string
  roleCode: string
  roleName: string
  place: 'receiving' | 'settling'
  /** Working hours. */
  limitHours: number
}

export function lineGraph(steps: readonly LineStep[]): ProcessGraph {
  const lanes = new Map<string, Lane>()
  for (const step of steps) {
    const key = laneOf(step)
    lanes.set(key, { key, name: step.roleName, place: step.place, roleCode: step.roleCode })
  }
  const drawn = steps.map(
    (step, at): GraphNode => ({
      id: nodeOfStep(at + 1),
      kind: 'step',
      name: step.name,
      step: step.kind,
      lane: laneOf(step),
      limit: { amount: step.limitHours, unit: 'hour' },
    }),
  )
  const nodes: GraphNode[] = [{ id: 'start', kind: 'start', name: 'Bắt đầu' }, ...drawn, { id: 'end', kind: 'end', name: 'Kết thúc' }]
  const flows = nodes.slice(1).map(({ id }, at): Flow => ({ id: `flow_${at + 1}`, from: nodes[at]?.id ?? '', to: id }))
  return { lanes: [...lanes.values()], nodes, flows }
}

/** The steps in order when the graph is a plain line, else undefined. */
export function lineOf({ lanes, nodes, flows }: ProcessGraph): LineStep[] | undefined {
  const steps: LineStep[] = []
  const seen = new Set<string>()
  for (let id = nodes.find(({ kind }) => kind === 'start')?.id; id !== undefined && !seen.has(id); ) {
    seen.add(id)
    const node = nodes.find((each) => each.id === id)
    if (node?.kind === 'end') return seen.size === nodes.length ? steps : undefined
    if (node?.kind === 'step') {
      const lane = lanes.find(({ key }) => key === node.lane)
      if (!lane || lane.place === 'other' || node.limit.unit !== 'hour') return undefined
      const { roleCode, name: roleName, place } = lane
      steps.push({ kind: node.step, name: node.name, roleCode, roleName, place, limitHours: node.limit.amount })
    } else if (node?.kind !== 'start') return undefined
    const [way, other] = flows.filter(({ from }) => from === id)
    if (!way || other) return undefined
    id = way.to
  }
  return undefined
}

/** The node that a step of a line became; steps of before graphs are named by their own id. */
export const nodeOfStep = (step: number): string => `step_${step}`

const laneOf = ({ roleCode, place }: LineStep) => `${roleCode}_${place}`
