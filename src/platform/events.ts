/**
 * Typed events between modules: a lower module emits in its transaction, `app.ts` says on one screen who listens. Listeners run in the same transaction; what
 * must happen later is a job that a listener enqueues.
 */
import type { Actor } from './actor.ts'
import type { Transaction } from './database.ts'
import type { Send } from './transact.ts'

export interface EventKind<Payload> {
  name: string
  /** Only for the type. */
  payload?: Payload
}

export const defineEvent = <Payload>(name: string): EventKind<Payload> => ({ name })

export interface EventContext {
  tx: Transaction
  actor: Actor
  now: Date
  send: Send
}

export type Listener<Payload> = (context: EventContext, payload: Payload) => Promise<void>
export type Listeners = ReadonlyMap<string, Listener<never>[]>
export type Emit = <Payload>(event: EventKind<Payload>, payload: Payload) => Promise<void>

export const on = <Payload>(event: EventKind<Payload>, ...listeners: Listener<Payload>[]): [string, Listener<never>[]] => [
  event.name,
  listeners as Listener<never>[],
]

export const emitter =
  (listeners: Listeners, context: EventContext): Emit =>
  async (event, payload) => {
    for (const listener of listeners.get(event.name) ?? []) await listener(context, payload as never)
  }
