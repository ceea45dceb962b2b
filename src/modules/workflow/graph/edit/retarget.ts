/** Leads a way elsewhere; where its node already has a way there, the two become one, because two ways between the same nodes say nothing. Pure. */
import { type Condition, MAX_DEPTH } from '../condition.ts'
import type { Flow } from '../graph.ts'

export function retarget(flows: readonly Flow[], flowId: string, to: string): Flow[] {
  const flow = flows.find(({ id }) => id === flowId)
  if (!flow) return [...flows]
  const same = flows.find((other) => other.id !== flowId && other.from === flow.from && other.to === to)
  if (!same) return flows.map((each) => (each === flow ? { ...each, to } : each))
  const one = merged(same, flow)
  return flows.flatMap((each) => (each === flow ? [] : each === same ? [one] : [each]))
}

/** Taken when either was: the default stays the default, of two conditions one is enough. */
function merged(one: Flow, other: Flow): Flow {
  const { condition: _condition, isDefault: _isDefault, ...rest } = one
  if (one.isDefault || other.isDefault) return { ...rest, isDefault: true }
  if (!one.condition || !other.condition) return one
  const condition: Condition = { any: [...alternatives(one.condition), ...alternatives(other.condition)] }
  const isKept = depthOf(condition) <= MAX_DEPTH && condition.any.length <= MOST_PARTS
  return { ...rest, condition: isKept ? condition : one.condition }
}

/** Of a group, as the schema has it. */
const MOST_PARTS = 40

const alternatives = (condition: Condition): Condition[] => ('any' in condition ? condition.any : [condition])

function depthOf(condition: Condition): number {
  if ('not' in condition) return 1 + depthOf(condition.not)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  return parts ? 1 + Math.max(0, ...parts.map(depthOf)) : 0
}
