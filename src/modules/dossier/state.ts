/** The state of a dossier, computed from its actions. Pure: the same list always gives the same state. */

import { afterEntry, type Clock, openHolds } from './clock/clock.ts'
import { clockFactsIn } from './clock/clock-facts.ts'
import { judgedAt } from './clock/read.ts'
import { isPastDue } from './clock/refuse-entry.ts'
import type { DossierAction, StepKind, TaskKind, TimePromise } from './facts.ts'
import { inForce } from './in-force.ts'
import { boundsOf, TIMELINESS_RULE, type Timeliness, timelinessOf } from './timeliness.ts'
import { move, NOWHERE, type Position } from './transitions/allowed.ts'
import type { DeliveryState, FinancialState } from './transitions/dimensions.ts'
import { LIFE_STATES, type LifeState, nationalCodeOf } from './transitions/life-states.ts'
import { type TransitionId, transitionById } from './transitions/table.ts'

/** How it ended; `finishedAt` is the end of the legal clock, whatever the outcome. */
export type Outcome = 'result' | 'refused' | 'withdrawn' | 'unanswered' | 'unresolvable' | 'not-accepted'

export interface DossierState {
  state: LifeState
  /** Where each interruption goes back to, outermost first. */
  interrupted: readonly LifeState[]
  /** None before reception. */
  processId?: number
  filedAt?: Date
  receivedAt?: Date
  /** Of the eight working hours to decide on an online filing. */
  receptionClock?: Clock
  /** The legal clock, from reception on. */
  clock?: Clock
  finishedAt?: Date
  returnedAt?: Date
  outcome?: Outcome
  timeliness?: Timeliness
  financial: FinancialState
  delivery: DeliveryState
  /** Form 04 was laid for its lateness, or a leader recorded why none is owed. */
  isLatenessAnswered?: true
  /** Tasks open now, the oldest first. */
  open: readonly OpenStep[]
  /** Requests made so far. */
  supplements: { beforeReception: number; afterReception: number }
  actionCount: number
  chainHead: string
}

export interface OpenStep {
  number: number
  kind: TaskKind
}

/** @throws Error when the list does not begin with a filing or a reception: before either there is no dossier. */
export function dossierState(actions: readonly DossierAction[]): DossierState {
  let state: DossierState | undefined
  for (const action of inForce(actions)) state = apply(state, action)
  const last = actions.at(-1)
  if (!state || !last) throw new Error('A dossier has no actions')
  return { ...state, actionCount: last.sequence, chainHead: last.hash }
}

/** The state after one more action. */
export function apply(before: DossierState | undefined, action: DossierAction): DossierState {
  const { fact, at } = action
  if (!before && fact.kind !== 'received' && fact.kind !== 'filed')
    throw new Error(`A dossier begins with its filing or reception, not with ${fact.kind}`)
  if (fact.kind === 'undone') throw new Error('What was taken back is computed from the whole list')
  const counted = { actionCount: action.sequence, chainHead: action.hash }
  const next: DossierState = before ? { ...before, ...counted } : { ...BEGINNING, ...counted }
  for (const { of, entry } of clockFactsIn(action)) {
    if (of === 'dossier') next.clock = afterEntry(next.clock, entry)
    if (of === 'reception') next.receptionClock = afterEntry(entry.entry === 'start' ? undefined : next.receptionClock, entry)
  }
  switch (fact.kind) {
    case 'filed':
      // What is refused at a desk is kept as a dossier too, without ever having been filed online.
      Object.assign(next, { filedAt: at, ...placeAfter(next, fact.channel === 'online' ? 'file-online' : 'save-draft') })
      break
    case 'received':
      Object.assign(next, { receivedAt: at, processId: fact.processId, ...placeAfter(next, before ? 'accept-online' : 'receive-at-desk') })
      break
    case 'transition':
      Object.assign(next, placeAfter(next, fact.id), consequencesOf(next, fact.id))
      if (fact.id === 'post-delivered') next.returnedAt = at
      break
    case 'task-opened':
      next.open = [...next.open, { number: fact.task.number, kind: fact.task.kind }]
      break
    case 'task-completed':
    case 'task-sent-back':
    case 'task-cancelled':
      next.open = next.open.filter(({ number }) => number !== fact.number)
      break
    case 'result-issued':
      Object.assign(next, { state: 'RESULT_AVAILABLE', interrupted: [], outcome: 'result', delivery: 'at-counter' })
      break
    case 'result-returned':
      Object.assign(next, { state: 'RESULT_RETURNED', returnedAt: at, delivery: 'delivered' })
      break
  }
  if (IS_STEP_FACT.has(fact.kind)) next.state = stateByProcess(next)
  if (next.clock?.finishedAt && !next.finishedAt) {
    next.finishedAt = next.clock.finishedAt
    const bounds = boundsOf(next.clock.dueAt, next.clock.promise.limit.unit)
    next.timeliness = timelinessOf(judgedAt(next.clock, next.finishedAt), bounds)
  }
  return next
}

const BEGINNING = {
  state: 'AWAITING_RECEPTION' as LifeState,
  interrupted: [],
  financial: 'none' as FinancialState,
  delivery: 'none' as DeliveryState,
  open: [],
  supplements: { beforeReception: 0, afterReception: 0 },
}

const IS_STEP_FACT: ReadonlySet<string> = new Set(['task-opened', 'task-completed', 'task-sent-back', 'task-cancelled'])

function placeAfter(before: DossierState, id: TransitionId): Pick<DossierState, 'state' | 'interrupted'> {
  const isNew = before.actionCount === 1
  const place: Position = move(isNew ? NOWHERE : before, transitionById(id))
  if (place.state === 'nothing') throw new Error(`${id} leads nowhere`)
  // Back from an interruption the process may stand elsewhere than it did: its open steps say where.
  // What was just passed on is on its way, whatever was open where it came from; other agencies asked by hand have their tasks in a moment.
  const isProcessToSay = isAtProcess(place.state) && place.state !== 'FORWARDED' && id !== 'interoperate' && before.open.length > 0
  const state = isProcessToSay ? stateByProcess({ ...before, state: place.state }) : place.state
  return { state, interrupted: place.interrupted }
}

/** What a transition changes besides the place. */
function consequencesOf(after: DossierState, id: TransitionId): Partial<DossierState> {
  switch (id) {
    case 'refuse-online':
    case 'refuse-at-desk':
      return { outcome: 'not-accepted' }
    case 'refuse-after-appraisal':
      return { outcome: 'refused', delivery: 'at-counter' }
    case 'confirm-withdrawal':
      return { outcome: 'withdrawn' }
    case 'apologise-late':
    case 'excuse-lateness':
      return { isLatenessAnswered: true }
    case 'close-unanswered':
      return { outcome: 'unanswered' }
    case 'stop-unresolvable':
      return { outcome: 'unresolvable' }
    case 'ask-supplement-before-reception':
      return { supplements: { ...after.supplements, beforeReception: after.supplements.beforeReception + 1 } }
    case 'ask-supplement':
      return { supplements: { ...after.supplements, afterReception: after.supplements.afterReception + 1 } }
    case 'request-payment':
    case 'notify-obligation':
      return { financial: 'due' }
    case 'confirm-payment':
      return { financial: 'paid' }
    case 'post-result':
      return { delivery: 'in-post' }
    case 'post-came-back':
      return { delivery: 'undelivered' }
    case 'post-delivered':
    case 'end-correction':
      return { delivery: 'delivered' }
    case 'begin-correction':
      return { delivery: 'at-counter' }
    default:
      return {}
  }
}

/** States that the process's own steps bring about; in all others a step changes nothing. */
const AT_PROCESS: ReadonlySet<LifeState> = new Set<LifeState>([
  'RECEIVED',
  'FORWARDED',
  'AWAITING_ASSIGNMENT',
  'IN_APPRAISAL',
  'INTEROPERATING',
  'AWAITING_SIGNATURE',
  'AWAITING_ISSUE',
])

const isAtProcess = (state: LifeState): boolean => AT_PROCESS.has(state)

const STATE_OF_STEP: Record<Exclude<StepKind, 'return'>, LifeState> = {
  reception: 'RECEIVED',
  assignment: 'AWAITING_ASSIGNMENT',
  appraisal: 'IN_APPRAISAL',
  review: 'IN_APPRAISAL',
  signature: 'AWAITING_SIGNATURE',
  issue: 'AWAITING_ISSUE',
}

/** The least advanced of the open steps; other agencies alone: liên thông. */
function stateByProcess({ state, open }: Pick<DossierState, 'state' | 'open'>): LifeState {
  if (!isAtProcess(state) || open.length === 0) return state
  const steps = Object.keys(STATE_OF_STEP) as (keyof typeof STATE_OF_STEP)[]
  // Asked for by hand during the appraisal, whose own step stays open meanwhile.
  if (state === 'INTEROPERATING' && open.some(({ kind }) => kind === 'leg')) return state
  const least = steps.find((kind) => open.some((step) => step.kind === kind))
  // At a desk once more (passed on to another authority, supplemented before it was forwarded): on its way, but not received anew.
  if (least === 'reception') return state === 'RECEIVED' ? state : 'FORWARDED'
  if (least) return STATE_OF_STEP[least]
  if (open.some(({ kind }) => kind === 'leg')) return 'INTEROPERATING'
  return open.some(({ kind }) => kind === 'timer' || kind === 'outside') ? 'IN_APPRAISAL' : state
}

/** The date that is promised now, and the rules it was counted by; nothing before reception. */
export const promiseOf = ({ clock }: DossierState): TimePromise | undefined => clock?.promise

/** The promise of a dossier that was received. @throws Error before its reception */
export function getPromise(state: DossierState): TimePromise {
  const promise = promiseOf(state)
  if (!promise) throw new Error('Nothing is promised before the reception')
  return promise
}

/** Since when the legal clock stands still. */
export const pausedSince = ({ clock }: DossierState): Date | undefined =>
  clock && !clock.finishedAt ? openHolds(clock)[0]?.from : undefined

/** The columns of `dossier` that repeat the state. */
export function projection(state: DossierState) {
  const { clock } = state
  const paused = pausedSince(state)
  const bounds =
    clock && !(paused && !isPastDue(clock, paused) && !clock.finishedAt) ? boundsOf(clock.dueAt, clock.promise.limit.unit) : undefined
  const reception = state.receptionClock
  return {
    state: state.state,
    nationalStatus: nationalCodeOf(state.state) ?? 1,
    interrupted: [...state.interrupted],
    processId: state.processId ?? null,
    filedAt: state.filedAt ?? null,
    receptionDueAt: reception && !reception.finishedAt ? reception.dueAt : null,
    receivedAt: state.receivedAt ?? null,
    clockStartedAt: clock ? clock.startedAt : null,
    originalDueAt: clock?.originalDueAt ?? null,
    dueAt: clock?.dueAt ?? null,
    earlyBefore: bounds?.earlyBefore ?? null,
    lateFrom: bounds?.lateFrom ?? null,
    pausedAt: paused ?? null,
    finishedAt: state.finishedAt ?? null,
    returnedAt: state.returnedAt ?? null,
    outcome: state.outcome ?? null,
    timeliness: state.timeliness ?? null,
    timelinessRule: state.timeliness ? TIMELINESS_RULE : null,
    financialStatus: state.financial,
    deliveryStatus: state.delivery,
    actionCount: state.actionCount,
    chainHead: state.chainHead,
  }
}

/** Whether nothing more will be done to settle it. */
export const hasEnded = ({ state }: Pick<DossierState, 'state'>): boolean =>
  LIFE_STATES[state].clock === 'ended' || state === 'NOT_ACCEPTED'
