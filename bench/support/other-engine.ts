/**
 * bpmn-engine on our exported BPMN, used as its own documentation advises and a little better: the XML is read once, not for each dossier, and what is saved leaves out the
 * process itself, which is given back when the dossier is recovered. Timers and its ways of “discarded” tokens are left out; the process has no use for them.
 */
import { EventEmitter } from 'node:events'
import { SequenceFlow } from 'bpmn-elements'
import { Engine } from 'bpmn-engine'
import type { Facts } from '#modules/workflow/index.ts'

export interface OtherRun {
  /** Does the work of the step. Throws when the engine does not wait there. */
  leave(step: string): void
  hasEnded(): boolean
  /** All it needs to go on with the dossier: plain JSON without the process. */
  state(): Promise<object>
}

export interface OtherEngine {
  begin(facts: Facts): Promise<OtherRun>
  recover(state: object, facts: Facts): Promise<OtherRun>
}

/** It counts tokens of ways that are not taken at its joins (bpmn-engine#46); what is discarded stops at once. */
class PlainFlow extends (SequenceFlow as unknown as new (
  ...given: unknown[]
) => { _publishEvent: (action: string, content: unknown) => void }) {
  discard(content: unknown) {
    return this._publishEvent('looped', content)
  }
}

/** `conditions`: what the FEEL of the exported ways means, in JavaScript. */
export async function otherEngine(xml: string, conditions: Readonly<Record<string, (facts: Facts) => boolean>>): Promise<OtherEngine> {
  const [definition] = (await new Engine({ source: xml, elements: { SequenceFlow: PlainFlow } } as never).getDefinitions()) as unknown as {
    environment: { options: { source: unknown } }
  }[]
  const sourceContext = definition?.environment.options.source

  const engineFor = (facts: Facts) => {
    const waiting = new Map<string, { signal: () => void }>()
    const listener = new EventEmitter()
    listener.on('activity.wait', (api: { id: string; signal: () => void }) => waiting.set(api.id, api))
    const scripts = {
      register: () => undefined,
      getScript: (_: string, { behaviour }: { behaviour: { conditionExpression?: { body: string } } }) => {
        const body = behaviour.conditionExpression?.body
        if (body === undefined) return undefined
        const holds = conditions[body]
        if (!holds) throw new Error(`Nobody has said what “${body}” means`)
        return { execute: (__: unknown, done: (error: unknown, holds: boolean) => void) => done(null, holds(facts)) }
      },
    }
    const engine = new Engine({ name: 'other', sourceContext, scripts, listener, elements: { SequenceFlow: PlainFlow } } as never)
    let isOver = false
    engine.once('end', () => {
      isOver = true
    })
    const run: OtherRun = {
      leave(step) {
        const api = waiting.get(step)
        if (!api) throw new Error(`bpmn-engine does not wait at ${step}`)
        waiting.delete(step)
        api.signal()
      },
      hasEnded: () => isOver,
      async state() {
        const { definitions, ...rest } = (await engine.getState()) as unknown as { definitions: { source?: string }[] }
        return { ...rest, definitions: definitions.map(({ source: _, ...each }) => each) }
      },
    }
    return { engine, listener, run }
  }

  return {
    async begin(facts) {
      const { engine, listener, run } = engineFor(facts)
      await engine.execute({ listener })
      return run
    },
    async recover(state, facts) {
      const { engine, listener, run } = engineFor(facts)
      await engine.recover(state as never).resume({ listener } as never)
      return run
    },
  }
}
