/** The dossier of a trial: a list of facts in memory, with all that the acts on it need to know. Pure. */
import type { UnitCalendars } from '#modules/calendar/index.ts'
import {
  type Channel,
  countPromise,
  type DossierFact,
  firstFacts,
  type HeldDossier,
  nextFacts,
  RECEIVE_WITHIN,
  type ReturnMethod,
  type TimePromise,
} from '#modules/dossier/index.ts'
import { systemActor } from '#platform/actor.ts'
import type { DossierUnits, Opening } from '../advance.ts'
import type { LaneFill } from '../bindings.ts'
import { workflowErrors } from '../errors.ts'
import type { Process } from '../process.ts'
import type { Task } from '../tasks.ts'
import type { Given } from '../transition-facts.ts'
import type { TrialPromise } from './trial.ts'

/** What a trial runs against: a version of the process, and the units with their calendars and bindings as they are now. */
export interface TrialSetting {
  process: Process
  units: DossierUnits
  calendars: UnitCalendars
  fills: ReadonlyMap<string, LaneFill>
  channel: Channel
  returnMethod: ReturnMethod
  promise: TrialPromise
  /** The procedure's own periods for supplements (what is absent is the general one), and whether it may be settled at the desk. */
  rules: Pick<Given, 'askSupplementWithin' | 'answerSupplementWithin' | 'isFourOnTheSpot' | 'isSameDayProcedure'>
}

const ACTOR = systemActor('trial')

export const openingAt = ({ calendars, fills }: TrialSetting, now: Date): Opening => ({ calendars, fills, now })

/** The dossier after more facts; nothing of the given one changes. */
export function withFacts(
  { units, returnMethod }: TrialSetting,
  before: HeldDossier | undefined,
  now: Date,
  facts: DossierFact[],
): HeldDossier {
  const by = { actor: ACTOR, now }
  if (!before) return { id: 0, code: '', ...units, returnMethod, ...firstFacts(0, by, facts) }
  const { added, state } = nextFacts(before, by, facts)
  return { ...before, actions: [...before.actions, ...added], state }
}

/** Somebody who holds the role, for as long as the trial lives: below zero, so that it is no real officer. */
export const personOf = (roleId: number | undefined): number => -1 - (roleId ?? 0)

export const doerOf = ({ assigneeId, roleId }: Task): number => assigneeId ?? personOf(roleId)

export const hasDraft = ({ actions }: HeldDossier): boolean => actions.some(({ fact }) => fact.kind === 'result-prepared')

/** Of an online filing, from now. */
export const receptionPromise = ({ calendars, units }: TrialSetting, now: Date): TimePromise =>
  countPromise(calendars(units.receivingUnitId), now, RECEIVE_WITHIN.limit, { mode: 'carry' })

/** @throws AppError `workflow.trial-step-not-open` */
export const notOpen = (step: string): never => workflowErrors.fail('workflow.trial-step-not-open', { parameters: { step } })
