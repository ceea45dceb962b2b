/** The state of a dossier, computed from its actions. Pure: the same list always gives the same state. */
import type { DossierAction, StepKind, TimePromise } from './facts.ts'
import { type Bounds, boundsOf, TIMELINESS_RULE, type Timeliness, timelinessOf } from './timeliness.ts'

export type DossierStateName =
  | 'RECEIVED'
  | 'FORWARDED'
  | 'AWAITING_ASSIGNMENT'
  | 'IN_APPRAISAL'
  | 'AWAITING_SIGNATURE'
  | 'AWAITING_ISSUE'
  | 'RESULT_AVAILABLE'
  | 'RESULT_RETURNED'

/** National status codes (trạng thái hồ sơ, domain.md §2.1). */
export const NATIONAL_STATUS: Record<DossierStateName, NationalStatus> = {
  RECEIVED: 2,
  FORWARDED: 4,
  AWAITING_ASSIGNMENT: 4,
  IN_APPRAISAL: 4,
  AWAITING_SIGNATURE: 4,
  AWAITING_ISSUE: 4,
  RESULT_AVAILABLE: 9,
  RESULT_RETURNED: 10,
}

const STATE_OF_STEP: Record<StepKind, DossierStateName> = {
  reception: 'RECEIVED',
  assignment: 'AWAITING_ASSIGNMENT',
  appraisal: 'IN_APPRAISAL',
  review: 'IN_APPRAISAL',
  signature: 'AWAITING_SIGNATURE',
  issue: 'AWAITING_ISSUE',
  return: 'RESULT_AVAILABLE',
}

export interface DossierState extends Bounds {
  state: DossierStateName
  promise: TimePromise
  processId: number
  receivedAt: Date
  clockStartedAt: Date
  originalDueAt: Date
  dueAt: Date
  finishedAt?: Date
  returnedAt?: Date
  timeliness?: Timeliness
  actionCount: number
  chainHead: string
}

/** @throws Error when the list does not begin with `received`: a dossier without a reception does not exist. */
export function dossierState(actions: readonly DossierAction[]): DossierState {
  let state: DossierState | undefined
  for (const action of actions) state = apply(state, action)
  if (!state) throw new Error('A dossier has no actions')
  return state
}

/** The state after one more action. */
export function apply(state: DossierState | undefined, action: DossierAction): DossierState {
  const { fact, at, sequence, hash } = action
  if (!state) {
    if (fact.kind !== 'received') throw new Error(`A dossier begins with its reception, not with ${fact.kind}`)
    const dueAt = new Date(fact.promise.dueAt)
    return {
      state: 'RECEIVED',
      promise: fact.promise,
      processId: fact.processId,
      receivedAt: at,
      clockStartedAt: new Date(fact.promise.clockStartedAt),
      originalDueAt: dueAt,
      dueAt,
      ...boundsOf(dueAt, fact.promise.limit.unit),
      actionCount: sequence,
      chainHead: hash,
    }
  }
  const next = { ...state, actionCount: sequence, chainHead: hash }
  switch (fact.kind) {
    case 'task-opened':
      // A result that exists stays available while it waits to be returned, whatever step is open.
      return { ...next, state: next.finishedAt ? 'RESULT_AVAILABLE' : stateAtStep(fact.task.kind, next) }
    case 'result-issued': {
      const finishedAt = new Date(fact.finishedAt)
      return { ...next, state: 'RESULT_AVAILABLE', finishedAt, timeliness: timelinessOf(finishedAt, next) }
    }
    case 'result-returned':
      return { ...next, state: 'RESULT_RETURNED', returnedAt: at }
    default:
      return next
  }
}

/** The columns of `dossier` that repeat the state. */
export const projection = (state: DossierState) => ({
  state: state.state,
  nationalStatus: NATIONAL_STATUS[state.state],
  receivedAt: state.receivedAt,
  clockStartedAt: state.clockStartedAt,
  originalDueAt: state.originalDueAt,
  dueAt: state.dueAt,
  earlyBefore: state.earlyBefore,
  lateFrom: state.lateFrom,
  finishedAt: state.finishedAt ?? null,
  returnedAt: state.returnedAt ?? null,
  timeliness: state.timeliness ?? null,
  timelinessRule: state.timeliness ? TIMELINESS_RULE : null,
  actionCount: state.actionCount,
  chainHead: state.chainHead,
})

/** The reception step itself is still RECEIVED; the first step after it at another place is the hand-over to the competent agency. */
const stateAtStep = (kind: StepKind, before: DossierState): DossierStateName => {
  const reached = STATE_OF_STEP[kind]
  return reached === 'RESULT_AVAILABLE' ? before.state : reached
}

export type NationalStatus = 2 | 4 | 9 | 10
