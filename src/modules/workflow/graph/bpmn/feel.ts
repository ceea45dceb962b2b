/** A condition in FEEL, the expression language of the BPMN family (OMG DMN): for readers and engines elsewhere. */
import type { Comparison, Condition, FactValue } from '../condition.ts'

/** The language's own name, for `conditionExpression`. */
export const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/'

export function feelOf(condition: Condition): string {
  if ('all' in condition) return condition.all.map((part) => `(${feelOf(part)})`).join(' and ') || 'true'
  if ('any' in condition) return condition.any.map((part) => `(${feelOf(part)})`).join(' or ') || 'false'
  if ('not' in condition) return `not(${feelOf(condition.not)})`
  return comparisonOf(condition)
}

const SIGNS = { is: '=', 'is-not': '!=', less: '<', 'at-most': '<=', 'at-least': '>=', more: '>' }

function comparisonOf(comparison: Comparison): string {
  const { field } = comparison
  if (!('value' in comparison)) return `${field} ${comparison.operator === 'known' ? '!=' : '='} null`
  if (comparison.operator === 'one-of') return `${field} in (${comparison.value.map(literal).join(', ')})`
  return `${field} ${SIGNS[comparison.operator]} ${literal(comparison.value)}`
}

const literal = (value: FactValue): string => (typeof value === 'string' ? JSON.stringify(value) : String(value))
