/** The facts of an act on a trial dossier: made by what makes them for real dossiers, never by rules of its own. Pure. */
import { type DossierFact, type HeldDossier, isRunning } from '#modules/dossier/index.ts'
import { askedOf } from '../asked.ts'
import { correctedFacts, openCorrection } from '../correction-facts.ts'
import { workflowErrors } from '../errors.ts'
import { leave } from '../graph/engine.ts'
import type { Token } from '../graph/position.ts'
import { insistLegsClosed, insistNotPaused } from '../hold.ts'
import { answeredFacts, isLastOpinion, legsByHand } from '../legs-by-hand.ts'
import { waitingAt } from '../process.ts'
import { completedFacts, insistCompletable, issuedFacts, lastDoneOf, returnedFacts, sendBackMove, sentBackFacts } from '../step-facts.ts'
import { openTasks, positionOf, type Task } from '../tasks.ts'
import { earlyResultFacts, transitionFacts } from '../transition-facts.ts'
import { file, receive } from './come-in.ts'
import { factsOfTransition, legAsked } from './perform-transition.ts'
import { CORRECTION_KEY, LEG_KEY, type TrialAct } from './trial.ts'
import { doerOf, hasDraft, notOpen, openingAt, personOf, type TrialSetting, withFacts } from './trial-dossier.ts'

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

function personAt({ process, fills }: TrialSetting, token: { node: string; leg?: string }): number | undefined {
  const { lane } = waitingAt(process, token.node, token.leg)
  const roleId = lane && (fills.get(lane.key)?.roleId ?? process.roleIds.get(lane.roleCode))
  return roleId === undefined ? undefined : personOf(roleId)
}
