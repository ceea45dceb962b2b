/** An independent engine (bpmn-engine) that runs exported processes step by step, so that our own can be compared with it. */
import { EventEmitter } from 'node:events'
import { SequenceFlow } from 'bpmn-elements'
import { Engine } from 'bpmn-engine'
import type { Facts } from '#modules/workflow/graph/condition.ts'

export interface Oracle {
  /** Ids of the elements that wait for somebody, sorted. */
  open: () => string[]
  hasEnded: () => boolean
  /** Does the work of the element, with the facts as they are then. */
  leave: (elementId: string, facts: Facts) => void
}

/**
 * This version of the engine sends “discarded” along ways that are not taken, and counts it at joins: a join whose branch has a choice then fires too early (bpmn-engine#46;
 * bpmn-elements#44 takes it out in a later version than the registry has). BPMN 2.0 knows no such thing, so what is discarded stops at once, as it does in its own loops.
 */
class PlainFlow extends (SequenceFlow as unknown as new (
  ...given: unknown[]
) => { _publishEvent: (action: string, content: unknown) => void }) {
  discard(content: unknown) {
    return this._publishEvent('looped', content)
  }
}

export async function runOracle(xml: string, facts: Facts): Promise<Oracle> {
  let now = facts
  const waiting = new Map<string, () => void>()
  let isOver = false
  const listener = new EventEmitter()
  listener.on('activity.wait', (api: { id: string; signal: () => void }) => waiting.set(api.id, () => api.signal()))
  const timers = {
    executing: [],
    register: (owner: { id: string }) => ({
      setTimeout: (work: () => void) => {
        waiting.set(owner.id, work)
        return owner.id
      },
      clearTimeout: () => undefined,
    }),
    setTimeout: () => undefined,
    clearTimeout: () => undefined,
  }
  const scripts = {
    register: () => undefined,
    getScript: (_: string, { behaviour }: { behaviour: { conditionExpression?: { body: string } } }) => {
      const body = behaviour.conditionExpression?.body
      return body === undefined
        ? undefined
        : { execute: (__: unknown, done: (error: unknown, holds: boolean) => void) => done(null, feelHolds(body, now)) }
    },
  }
  const engine = new Engine({ name: 'oracle', source: xml, timers, scripts, listener, elements: { SequenceFlow: PlainFlow } } as never)
  engine.once('end', () => {
    isOver = true
  })
  await engine.execute({ listener })
  return {
    open: () => [...waiting.keys()].toSorted(),
    hasEnded: () => isOver,
    leave: (id, facts) => {
      const work = waiting.get(id)
      if (!work) throw new Error(`The other engine does not wait at ${id}`)
      waiting.delete(id)
      now = facts
      work()
    },
  }
}

const known = new Map<string, (facts: Facts) => boolean>()

/** The little FEEL that we write, read by rules of its own: nothing here knows our conditions. */
function feelHolds(feel: string, facts: Facts): boolean {
  const compiled = known.get(feel) ?? compile(feel)
  known.set(feel, compiled)
  return compiled(facts)
}

function compile(feel: string): (facts: Facts) => boolean {
  const script = feel
    .replace(/(\w+) in \(([^)]*)\)/g, '[$2].includes($1)')
    .replaceAll('!= null', '!== undefined')
    .replaceAll('= null', '=== undefined')
    .replace(/(\w+) != (?!=)/g, '$1 !== ')
    .replace(/(\w+) = /g, '$1 === ')
    .replaceAll(' and ', ' && ')
    .replaceAll(' or ', ' || ')
    .replaceAll('not(', '!(')
  const names = ['channel', 'fee', 'urgent', 'filed', 'note', 'again']
  const run = new Function(...names, `return ${script}`)
  return (facts) => Boolean(run(...names.map((name) => facts[name])))
}
