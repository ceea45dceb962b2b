/** The facts of an act on a trial dossier: made by what makes them for real dossiers, never by rules of its own. Pure. */
import {
  type AskedKind,
  countPromise,
  type DossierFact,
  type HeldDossier,
  isRunning,
  type OpenedTask,
  RECEIVE_WITHIN,
  type TimePromise,
  type TransitionId,
  type Way,
} from '#modules/dossier/index.ts'
import { localDate } from '#platform/text/dates.ts'
import { askedOf } from '../asked.ts'
import { correctedFacts, correctionTask, openCorrection } from '../correction-facts.ts'
import { workflowErrors } from '../errors.ts'
import { leave } from '../graph/engine.ts'
import type { Token } from '../graph/position.ts'
import { insistLegsClosed, insistNotPaused } from '../hold.ts'
import { answeredFacts, endedLegs, isLastOpinion, legTask, openLegsByHand, wayBesides, whoAsks } from '../legs-by-hand.ts'
import { atOnceFacts, onTheSpotFacts } from '../on-the-spot-facts.ts'
import { waitingAt } from '../process.ts'
import { plannedSigningPlace, signingPlace } from '../signing-place.ts'
import { startFacts } from '../start.ts'
import { insistOfStep } from '../step-acts.ts'
import {
  allDone,
  completedFacts,
  insistCompletable,
  issuedFacts,
  lastDoneOf,
  onwardToReturn,
  returnedFacts,
  sendBackMove,
  sentBackFacts,
} from '../step-facts.ts'
import { openTasks, positionOf, type Task } from '../tasks.ts'
import { earlyResultFacts, type Given, insistAllowed, legalSituation, transitionFacts } from '../transition-facts.ts'
import { ASKED, CORRECTION_KEY, LEG_KEY, legsByHand, type TrialAct, type TrialLeg } from './trial.ts'
import { openingAt, personOf, type TrialSetting, withFacts } from './trial-dossier.ts'

/** The dossier after the act. @throws AppError as the real act would */
export function performAct(setting: TrialSetting, before: HeldDossier | undefined, act: TrialAct, now: Date): HeldDossier {
  if (act.kind === 'file') return file(setting, before, now)
  if (act.kind === 'receive') return receive(setting, before, act, now)
  if (!before) return workflowErrors.fail('workflow.trial-not-begun')
  const dossier = passTime(setting, before, now)
  if (act.kind === 'wait') return dossier
  const after = withFacts(setting, dossier, now, factsOf(setting, dossier, act, now))
  return withFacts(setting, after, now, followingFacts(setting, after, act, now))
}

/** What the system does by itself after an act, as the real act makes it do. */
function followingFacts({ calendars }: TrialSetting, after: HeldDossier, act: TrialAct, now: Date): DossierFact[] {
  if (act.kind === 'issue' || (act.kind === 'transition' && act.id === 'settle-at-once')) return earlyResultFacts(after, { calendars, now })
  return act.kind === 'answer' && isLastOpinion(after)
    ? transitionFacts(after, 'end-consultation', { calendars, now }, { areAnswersIn: true })
    : []
}

function factsOf(
  setting: TrialSetting,
  dossier: HeldDossier,
  act: Exclude<TrialAct, { kind: 'file' | 'receive' | 'wait' }>,
  now: Date,
): DossierFact[] {
  const { process, returnMethod } = setting
  const opening = openingAt(setting, now)
  switch (act.kind) {
    case 'complete': {
      const task = openTaskAt(dossier, act)
      insistCompletable(dossier, task)
      const tokens = leave(
        process.runnable,
        positionOf(dossier.actions),
        task.number,
        askedOf(dossier, now, act.verdict),
        act.goesOn ? 'go-on' : undefined,
      )
      const [next] = tokens.entered
      const assigned = task.kind === 'assignment' && next ? personAt(setting, next) : undefined
      const assigneeOf = (token: Token) => assigned ?? lastDoneOf(dossier, token.node)?.closedById
      return completedFacts(dossier, process, task, { verdict: act.verdict, officerId: doerOf(task) }, { tokens, opening, assigneeOf })
    }
    case 'prepare-result':
      workflowErrors.insist(!dossier.state.finishedAt, 'workflow.result-issued')
      return [{ kind: 'result-prepared', resultId: 0, name: '' }]
    case 'issue': {
      const task = openTaskAt(dossier, act)
      insistNotPaused(dossier)
      insistLegsClosed(dossier, task)
      workflowErrors.insist(task.kind === 'issue', 'workflow.not-yours', { parameters: { step: task.stepName } })
      workflowErrors.insist(hasDraft(dossier), 'workflow.result-required')
      const tokens = leave(process.runnable, positionOf(dossier.actions), task.number, askedOf(dossier, now))
      const issued = { resultId: 0, number: 1, symbol: '', finishedAt: now.toISOString(), officerId: doerOf(task) }
      return issuedFacts(dossier, process, task, issued, { tokens, opening })
    }
    case 'return': {
      const task = openTaskAt(dossier, act)
      workflowErrors.insist(task.kind === 'return' && dossier.state.finishedAt, 'workflow.result-required')
      workflowErrors.insist(dossier.state.state !== 'POSTING', 'workflow.in-post')
      return returnedFacts(task, { method: returnMethod, proof: 'receipt', originalsReturned: false, officerId: doerOf(task) })
    }
    case 'send-back': {
      const task = openTaskAt(dossier, act)
      insistNotPaused(dossier)
      workflowErrors.insist(!dossier.state.finishedAt, 'workflow.result-issued')
      const { tokens, doer } = sendBackMove(dossier, process, task, act.toNode)
      const given = { toNode: act.toNode, reason: '', officerId: doerOf(task) }
      return sentBackFacts(dossier, process, task, given, { tokens, opening, assigneeId: doer.closedById })
    }
    case 'answer': {
      const task = legsByHand(dossier.actions)[act.leg - 1]
      if (!task || task.closedAt) return notOpen(`${LEG_KEY}${act.leg}`)
      const next = act.next && task.asked && legAsked(setting, dossier, task.asked, act.next, now)
      return answeredFacts(dossier, task, { next })
    }
    case 'issue-correction': {
      const task = openCorrection(dossier.actions) ?? notOpen(CORRECTION_KEY)
      return correctedFacts({ calendars: setting.calendars, now }, dossier, task, process.roleIds.get('return-officer'))
    }
    case 'transition':
      return factsOfTransition(setting, dossier, act, now)
  }
}

function factsOfTransition(
  setting: TrialSetting,
  dossier: HeldDossier,
  act: Extract<TrialAct, { kind: 'transition' }>,
  now: Date,
): DossierFact[] {
  const { id, byLeader, newDueAt } = act
  insistOfStep(setting.process.graph, dossier.actions, id)
  const given = {
    ...givenInTrial(dossier),
    ...setting.rules,
    ...(byLeader ? { hasLeaderDecision: true } : {}),
    ...(newDueAt ? { newDueAt: new Date(newDueAt) } : {}),
  }
  if (id === 'settle-at-once') {
    insistAllowed(id, legalSituation(dossier, setting.calendars(dossier.settlingUnitId), now, given))
    const issued = { resultId: 0, number: 1, symbol: '', finishedAt: now.toISOString() }
    return [{ kind: 'result-prepared', resultId: 0, name: '' }, ...atOnceFacts(dossier, setting.process, openingAt(setting, now), issued)]
  }
  const opened = openedBy(setting, dossier, act, now)
  const facts = transitionFacts(dossier, id, { calendars: setting.calendars, now }, given, { way: opened?.way })
  return [...facts, ...(opened?.facts ?? []), ...endedBy(dossier, id), ...clockAgain(setting, id, now)]
}

/** The tasks that a transition opens, and where the process stands then. */
function openedBy(
  setting: TrialSetting,
  dossier: HeldDossier,
  { id, legs = [], workingDays = DAYS_TO_CORRECT }: Extract<TrialAct, { kind: 'transition' }>,
  now: Date,
): { facts: DossierFact[]; way?: Way } | undefined {
  switch (id) {
    case 'settle-on-the-spot': {
      const reception = openTasks(dossier.actions).find(({ kind }) => kind === 'reception') ?? notOpen('reception')
      const facts = onTheSpotFacts(dossier, setting.process, openingAt(setting, now), reception, doerOf(reception))
      return { facts: facts ?? notOpen('appraisal') }
    }
    case 'refuse-after-appraisal':
      return dossier.state.processId === undefined ? undefined : onwardToReturn(dossier, setting.process, openingAt(setting, now))
    case 'consult':
    case 'interoperate':
    case 'ask-tax': {
      const tasks = legs.map((leg, at) => legAsked(setting, dossier, ASKED[id], leg, now, at))
      return { facts: tasks.map((task) => ({ kind: 'task-opened', task })), way: wayBesides(dossier, tasks.length) }
    }
    case 'begin-correction': {
      const { process, units, fills, calendars } = setting
      const place = signingPlace(dossier) ??
        plannedSigningPlace(process, units, fills) ?? { unitId: units.settlingUnitId, roleId: process.roleIds.get('agency-leader') }
      return {
        facts: [{ kind: 'task-opened', task: correctionTask({ calendars, now }, dossier, place, workingDays) }],
        way: wayBesides(dossier, 1),
      }
    }
    default:
      return undefined
  }
}

/** As the act has it where nothing else is said. */
const DAYS_TO_CORRECT = 3

function legAsked(setting: TrialSetting, dossier: HeldDossier, asked: AskedKind, leg: TrialLeg, now: Date, at = 0): OpenedTask {
  const { calendars, process } = setting
  const roleId = leg.place && process.roleIds.get(leg.place.role)
  const place = leg.place
    ? { unitId: leg.place.unitId, roleId, ...(leg.place.isHeld ? { assigneeId: personOf(roleId) } : {}) }
    : whoAsks(dossier)
  const agency = `cơ quan phối hợp thứ ${legsByHand(dossier.actions).length + at + 1}`
  return legTask({ calendars, now }, { asked, agency, workingDays: leg.workingDays }, place, positionOf(dossier.actions).next + at)
}

/** The tasks that a transition ends with itself. */
function endedBy(dossier: HeldDossier, id: TransitionId): DossierFact[] {
  const asked = (kind: AskedKind) => openLegsByHand(dossier.actions).flatMap((task) => (task.asked === kind ? task.number : []))
  switch (id) {
    case 'end-consultation':
      return endedLegs(dossier, asked('consultation'), 'left')
    case 'end-interoperation':
      return endedLegs(dossier, asked('interoperation'), 'left')
    case 'no-obligation':
    case 'notify-obligation':
      return endedLegs(dossier, asked('tax'), 'answered')
    case 'post-delivered':
    case 'end-correction':
      return allDone(dossier.actions)
    default:
      return []
  }
}

/** In a trial people do their part: what is left to refuse an act is the state, the time and the law's count. */
export const givenInTrial = (dossier: HeldDossier): Given => ({
  hasReason: true,
  isApplicantIdentified: true,
  isVersionInForce: true,
  isComplete: true,
  areFaultsMarked: true,
  // What the process asks for is the process's to end.
  areAnswersIn: openTasks(dossier.actions).every(({ kind, node }) => kind !== 'leg' || node === undefined),
  areLegsPlanned: true,
  hasObligationNotice: true,
  isAmountMatched: true,
  // Of a correction: its signed result.
  isApproved: openCorrection(dossier.actions) === undefined,
  areDutiesSeparate: true,
  isReceiverKnown: true,
  areFeesPaid: true,
  areOriginalsBack: true,
  hasTrackingNumber: true,
  hasErrorRecord: true,
  hasLossRecord: true,
  hasDraftResult: hasDraft(dossier),
})

export const hasDraft = ({ actions }: HeldDossier): boolean => actions.some(({ fact }) => fact.kind === 'result-prepared')

/** A resubmission begins the eight hours of the reception anew. */
function clockAgain(setting: TrialSetting, id: TransitionId, now: Date): DossierFact[] {
  if (id !== 'resubmit') return []
  return [
    { kind: 'clock', of: 'reception', entry: 'start', reason: 'filed', basis: 'onlineReception', promise: receptionPromise(setting, now) },
  ]
}

const receptionPromise = ({ calendars, units }: TrialSetting, now: Date): TimePromise =>
  countPromise(calendars(units.receivingUnitId), now, RECEIVE_WITHIN.limit, { mode: 'carry' })

function file(setting: TrialSetting, before: HeldDossier | undefined, now: Date): HeldDossier {
  if (before) return workflowErrors.fail('workflow.trial-begun')
  const { receivingUnitId, settlingUnitId } = setting.units
  return withFacts(setting, undefined, now, [
    {
      kind: 'filed',
      code: '',
      channel: 'online',
      procedureVersionId: 0,
      procedureCaseId: 0,
      receivingUnitId,
      settlingUnitId,
      promise: receptionPromise(setting, now),
    },
  ])
}

function receive(setting: TrialSetting, before: HeldDossier | undefined, { forwards }: { forwards: boolean }, now: Date): HeldDossier {
  const { process, units, channel, returnMethod, calendars, promise } = setting
  if (before) insistAllowed('accept-online', legalSituation(before, calendars(units.settlingUnitId), now, givenInTrial(before)))
  const asked = { channel, returnMethod, supplements: 0, isLate: false, receivedOn: localDate(now) }
  const receptionist = personOf(process.roleIds.get('receptionist'))
  return withFacts(setting, before, now, [
    {
      kind: 'received',
      code: '',
      channel,
      procedureVersionId: 0,
      procedureCaseId: 0,
      receivingUnitId: units.receivingUnitId,
      settlingUnitId: units.settlingUnitId,
      processId: process.id,
      promise: countPromise(calendars(units.settlingUnitId), now, promise.limit, promise),
    },
    ...(before ? [{ kind: 'clock', of: 'reception', entry: 'finish', reason: 'accepted', basis: 'onlineReception' } as const] : []),
    ...startFacts(openingAt(setting, now), units, process, asked, receptionist, forwards),
  ])
}

/** Timers whose time has come end by themselves, each at its own moment. */
function passTime(setting: TrialSetting, before: HeldDossier, until: Date): HeldDossier {
  let dossier = before
  for (let timer = dueTimer(dossier, until); timer; timer = dueTimer(dossier, until)) {
    const at = timer.dueAt
    const tokens = leave(setting.process.runnable, positionOf(dossier.actions), timer.number, askedOf(dossier, at))
    const then = dossier
    const assigneeOf = ({ node }: Token) => lastDoneOf(then, node)?.closedById
    const onward = { tokens, opening: openingAt(setting, at), assigneeOf }
    dossier = withFacts(setting, then, at, completedFacts(then, setting.process, timer, {}, onward))
  }
  return dossier
}

/** As the system's own act has it: due, and the dossier does not stand still. */
const dueTimer = ({ actions, state }: HeldDossier, until: Date): Task | undefined =>
  openTasks(state.clock && !isRunning(state.clock) && !state.finishedAt ? [] : actions)
    .filter(({ kind, clock, dueAt }) => kind === 'timer' && clock.standing === 'running' && dueAt <= until)
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())[0]

/** @throws AppError `workflow.trial-step-not-open` */
function openTaskAt({ actions }: HeldDossier, { node, leg }: { node: string; leg?: string }): Task {
  const task = openTasks(actions).find((each) => each.node === node && each.leg === leg)
  return task ?? notOpen(leg === undefined ? node : `${node}.${leg}`)
}

const notOpen = (step: string): never => workflowErrors.fail('workflow.trial-step-not-open', { parameters: { step } })

const doerOf = ({ assigneeId, roleId }: Task): number => assigneeId ?? personOf(roleId)

function personAt({ process, fills }: TrialSetting, token: { node: string; leg?: string }): number | undefined {
  const { lane } = waitingAt(process, token.node, token.leg)
  const roleId = lane && (fills.get(lane.key)?.roleId ?? process.roleIds.get(lane.roleCode))
  return roleId === undefined ? undefined : personOf(roleId)
}
