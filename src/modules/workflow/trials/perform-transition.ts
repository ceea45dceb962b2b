/** The facts of a transition that is no step of the process, on a trial dossier. Pure. */
import type { AskedKind, DossierFact, HeldDossier, OpenedTask, TransitionId, Way } from '#modules/dossier/index.ts'
import { correctionTask, openCorrection } from '../correction-facts.ts'
import { areLegsByHandAlone, endedLegs, legsByHand, legTask, openLegsByHand, wayBesides, whoAsks } from '../legs-by-hand.ts'
import { atOnceFacts, onTheSpotFacts } from '../on-the-spot-facts.ts'
import { plannedSigningPlace, signingPlace } from '../signing-place.ts'
import { insistOfStep } from '../step-acts.ts'
import { allDone, onwardToReturn } from '../step-facts.ts'
import { openTasks, positionOf } from '../tasks.ts'
import { type Given, insistAllowed, legalSituation, transitionFacts } from '../transition-facts.ts'
import { ASKED, type TrialAct, type TrialLeg } from './trial.ts'
import { doerOf, hasDraft, notOpen, openingAt, personOf, receptionPromise, type TrialSetting } from './trial-dossier.ts'

/** @throws AppError as the real act would */
export function factsOfTransition(
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
    areLegsPlanned: act.legs !== undefined,
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

/** What an agency is asked for; `at`: among those that are asked in the same act. */
export function legAsked(setting: TrialSetting, dossier: HeldDossier, asked: AskedKind, leg: TrialLeg, now: Date, at = 0): OpenedTask {
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
  areAnswersIn: areLegsByHandAlone(dossier.actions),
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

/** A resubmission begins the eight hours of the reception anew. */
function clockAgain(setting: TrialSetting, id: TransitionId, now: Date): DossierFact[] {
  if (id !== 'resubmit') return []
  return [
    { kind: 'clock', of: 'reception', entry: 'start', reason: 'filed', basis: 'onlineReception', promise: receptionPromise(setting, now) },
  ]
}
