/** What bpmn-moddle read of an element, in types. */
import type { BpmnElement } from 'bpmn-moddle'

export const listOf = (value: unknown): BpmnElement[] => (Array.isArray(value) ? value : [])

/** People’s words in one line. */
export const textOf = (element: BpmnElement, name: string): string => {
  const value = element.get(name)
  return typeof value === 'string' ? value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() : ''
}

export const refOf = (element: BpmnElement, name: string): BpmnElement | undefined => {
  const value = element.get(name)
  return value && typeof value === 'object' && '$type' in value ? (value as BpmnElement) : undefined
}
