/** The condition of a way in a file: ours, if it is there whole; another language's text cannot be taken over. */
import type { BpmnElement } from 'bpmn-moddle'
import type { Condition } from '../condition.ts'
import { ConditionSchema } from '../graph.ts'

export function readConditions(flow: BpmnElement): { condition?: Condition; isUnreadable: boolean } {
  const own = flow.get('mc:condition')
  const condition = typeof own === 'string' ? parse(own) : undefined
  return { condition, isUnreadable: condition === undefined && (own !== undefined || flow.get('conditionExpression') !== undefined) }
}

function parse(text: string): Condition | undefined {
  try {
    return ConditionSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
