/**
 * The one way to change something. An action parses its input, is authorised by its name within a unit, does its work in one transaction, leaves an audit line and
 * enqueues its jobs there too. Pages, the API, jobs, seeds and the simulator all perform the same actions.
 */
import type { z } from 'zod'
import type { Actor } from './actor.ts'
import { type AuditEntry, auditLine, recordAudit } from './audit.ts'
import type { Clock } from './clock.ts'
import { type Database, isSqlError, sqlState, type Transaction } from './database.ts'
import { AppError, commonErrors } from './errors.ts'
import { type Emit, emitter, type Listeners } from './events.ts'
import { once } from './idempotency.ts'
import { type Send, transact } from './transact.ts'
import './input-words.ts'

export interface Work {
  tx: Transaction
  actor: Actor
  now: Date
  emit: Emit
  /** For writes whose outcome nothing in the work needs: they go along with the next statement, without a wait. */
  send: Send
  /** Names the record the audit line is about, and facts worth keeping there (no personal data). */
  about(subject: { kind: string; id: string | number }, detail?: Record<string, unknown>): void
}

export interface Action<Input, Result> {
  /** `module.verb-thing`; also the name of the right. */
  name: string
  input: z.ZodType<Input>
  /**
   * The unit within which the right must be held; of several, any one, and the first that allows it is the one written down. `undefined`: the right must be held
   * for the whole system; `'own'`: anyone signed in, about themselves; `'open'`: no right is needed, and the action says itself who may.
   */
  scope(tx: Transaction, input: Input, actor: Actor): Promise<Scope> | Scope
  work(work: Work, input: Input): Promise<Result>
}

export type Scope = number | readonly number[] | undefined | 'own' | 'open'

export type AnyAction = Action<never, unknown>

export const action = <Input, Result>(name: string, parts: Omit<Action<Input, Result>, 'name'>): Action<Input, Result> => ({
  name,
  ...parts,
})

/** Decides at read time whether the actor holds the right within the unit (or a unit above it). */
export type Authorise = (tx: Transaction, actor: Actor, right: string, unitId: number | undefined, now: Date) => Promise<boolean>

export interface Performing {
  database: Database
  clock: Clock
  authorise: Authorise
  listeners: Listeners
}

/** Runs an action for an actor; `input` is raw (a form, a JSON body) and is parsed here. */
export type Perform = <Input, Result>(
  actor: Actor,
  action: Action<Input, Result>,
  input: unknown,
  options?: PerformOptions,
) => Promise<Result>

export interface PerformOptions {
  /** The request's own key: sent again, it has one effect and gets the first result. */
  onceKey?: string
  /** Called when the result is that of an earlier request with the same key. */
  onRepeat?(): void
}

const ATTEMPTS = 3

let performed = 0

/** How many actions this process has committed: as long as it stays the same, nothing has changed through this process. */
export const actionsPerformed = (): number => performed

export function createPerform({ database, clock, authorise, listeners }: Performing): Perform {
  return async (actor, action, raw, options = {}) => {
    const input = parseInput(action.input, raw)
    const now = clock.now()
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await transact(database, (tx, send) =>
          performIn(tx, { actor, action, input, raw, now, authorise, listeners, options, send }),
        )
        performed++
        return result
      } catch (error) {
        if (attempt < ATTEMPTS && (isSqlError(error, sqlState.deadlock) || isSqlError(error, sqlState.serialization))) continue
        if (error instanceof AppError) await recordRefusal(database, { actor, at: now, name: action.name, detail: { code: error.code } })
        throw error
      }
    }
  }
}

/** Parses anything from outside by its schema; the error names each field. */
export function parseInput<Output>(schema: z.ZodType<Output>, raw: unknown): Output {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || '_'] ??= issue.message
  return commonErrors.fail('input.invalid', { fields })
}

async function performIn<Input, Result>(tx: Transaction, given: Given<Input, Result>): Promise<Result> {
  const { actor, action, input, raw, now, options, send } = given
  const allowed = insistAllowed(tx, given, await action.scope(tx, input, actor))
  if (!options.onceKey) return work(tx, given, await allowed)
  // Both are asked together. Whoever is refused leaves no key behind, because nothing of this transaction stays; who sends again what was done gets its answer, also where the act
  // itself has moved the record out of her reach.
  allowed.catch(() => {})
  const { result, isRepeated } = await once(
    { tx, send, now },
    { key: options.onceKey, owner: ownerOf(actor), request: { action: action.name, raw } },
    async () => work(tx, given, await allowed),
  )
  if (isRepeated) options.onRepeat?.()
  return result
}

/** Returns the unit in which the actor was found to hold the right. @throws AppError `access.sign-in`, `access.denied` */
async function insistAllowed<Input, Result>(
  tx: Transaction,
  { actor, action, now, authorise }: Given<Input, Result>,
  scope: Scope,
): Promise<number | undefined> {
  if (scope === 'open') return undefined
  if (scope === 'own') {
    commonErrors.insist(actor.kind === 'officer', 'access.sign-in')
    return undefined
  }
  for (const unitId of Array.isArray(scope) ? scope : [scope]) if (await authorise(tx, actor, action.name, unitId, now)) return unitId
  return commonErrors.fail(actor.kind === 'public' ? 'access.sign-in' : 'access.denied')
}

async function work<Input, Result>(
  tx: Transaction,
  { actor, action, input, now, listeners, send }: Given<Input, Result>,
  unitId: number | undefined,
): Promise<Result> {
  const entry: AuditEntry = { actor, at: now, name: action.name, unitId }
  const result = await action.work(
    {
      tx,
      actor,
      now,
      send,
      emit: emitter(listeners, { tx, actor, now, send }),
      about(subject, detail) {
        entry.subject = subject
        if (detail) entry.detail = { ...entry.detail, ...detail }
      },
    },
    input,
  )
  send(auditLine(tx, entry))
  return result
}

/** Keys of different people never meet. */
const ownerOf = (actor: Actor): string => ('id' in actor ? `${actor.kind}:${actor.id}` : actor.kind)

/** Refusals are kept too, outside the transaction that was rolled back. A database that is down must not hide the first error. */
async function recordRefusal(database: Database, entry: AuditEntry): Promise<void> {
  await recordAudit(database, { ...entry, outcome: 'refused' }).catch(() => {})
}

interface Given<Input, Result> extends Omit<Performing, 'database' | 'clock'> {
  actor: Actor
  action: Action<Input, Result>
  input: Input
  raw: unknown
  now: Date
  options: PerformOptions
  send: Send
}
