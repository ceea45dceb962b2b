/** The facts that a transition is made of, as `transit` appends them: the transition, what it does to the clocks, and which tasks it closes. Pure. */
import type { UnitCalendars } from '#modules/calendar/index.ts'
import {
  type ClockAction,
  type ClockFact,
  type DossierFact,
  extendFact,
  followingFact,
  type HeldDossier,
  hasEnded,
  pauseFact,
  refusalOf,
  refusalsOf,
  restartFact,
  resumeFact,
  type Situation,
  type Transition,
  type TransitionClock,
  type TransitionFact,
  type TransitionId,
  transitionById,
} from '#modules/dossier/index.ts'
import { workflowErrors } from './errors.ts'
import { openTasks, type Task } from './tasks.ts'

/** What the caller knows of the situation; what it does not say counts as not fulfilled. */
export type Given = Partial<Omit<Situation, 'state' | 'now' | 'calendar' | 'clock'>>

/** @throws AppError `workflow.refused` with the sentence and the article of the first guard that does not hold */
export function transitionFacts(
  dossier: Pick<HeldDossier, 'actions' | 'state' | 'settlingUnitId'>,
  id: TransitionId,
  { calendars, now }: { calendars: UnitCalendars; now: Date },
  given: Given = {},
  { details = {}, way }: { details?: Omit<TransitionFact, 'kind' | 'id' | 'way'>; way?: TransitionFact['way'] } = {},
): DossierFact[] {
  const situation = legalSituation(dossier, calendars(dossier.settlingUnitId), now, given)
  insistAllowed(id, situation)
  const transition = transitionById(id)
  const tasks = openTasks(dossier.actions)
  const clockFacts = transition.clock.flatMap((each) => clockFactFor(each, transition, dossier, situation, details.text))
  const followed = clockFacts.flatMap((fact) =>
    fact.of === 'dossier' ? tasks.flatMap((task) => stepFollows(calendars, task, fact, now)) : [],
  )
  // What is left to do after the end of the legal clock (a result in the post, a correction) is closed by its own act.
  const ends = !hasEnded(dossier.state) && transition.to !== 'same' && transition.to !== 'before' && hasEnded({ state: transition.to })
  return [
    { kind: 'transition', id, ...details, ...(way ? { way } : {}) },
    ...clockFacts,
    ...followed,
    ...(ends ? tasks.map(({ number }): DossierFact => ({ kind: 'task-cancelled', number, reason: 'ended' })) : []),
  ]
}

/** What is known of a dossier without asking anybody; the caller adds what only it knows. */
export function legalSituation(
  { state }: Pick<HeldDossier, 'state'>,
  calendar: Situation['calendar'],
  now: Date,
  given: Given = {},
): Situation {
  return {
    state: state.state,
    now,
    calendar,
    clock: state.clock,
    filedAt: state.receptionClock?.startedAt ?? state.filedAt,
    receivedAt: state.receivedAt,
    isApologyOwed: !state.isLatenessAnswered,
    supplementRequests: state.receivedAt ? state.supplements.afterReception : state.supplements.beforeReception,
    supplementAskedAt: state.clock?.holds.findLast(({ reason, to }) => reason === 'supplement' && !to)?.from,
    ...given,
  }
}

/** A result that came before its date is told of as such (NĐ 61/2018/NĐ-CP art. 20(4)): the fact of it, or none. */
export function earlyResultFacts(
  dossier: Pick<HeldDossier, 'state' | 'settlingUnitId'>,
  { calendars, now }: { calendars: UnitCalendars; now: Date },
): DossierFact[] {
  const isEarly = refusalOf('announce-early-result', legalSituation(dossier, calendars(dossier.settlingUnitId), now)) === undefined
  return isEarly ? [{ kind: 'transition', id: 'announce-early-result' }] : []
}

/** @throws AppError `workflow.refused` */
export function insistAllowed(id: TransitionId, situation: Situation): void {
  const [refusal] = refusalsOf(id, situation)
  if (!refusal) return
  const { vi, en, article } = refusal
  workflowErrors.fail('workflow.refused', {
    parameters: { reason: vi, article: article.vi, reasonEn: en, articleEn: article.en, guard: refusal.code },
  })
}

function clockFactFor(
  { clock, entry, reason }: TransitionClock,
  transition: Transition,
  { state }: Pick<HeldDossier, 'state'>,
  { calendar, now, newDueAt }: Situation,
  text: string | undefined,
): ClockAction[] {
  const of = clock === 'open' ? openClock(state) : clock
  // Steps and legs have clocks of their own, which their tasks open and close.
  if (of !== 'dossier' && of !== 'reception') return []
  const subject = of === 'dossier' ? state.clock : state.receptionClock
  const fact = ((): ClockFact | undefined => {
    switch (entry) {
      case 'pause':
        return pauseFact(reason as Parameters<typeof pauseFact>[0], text)
      case 'resume':
        return subject && resumeFact(calendar, subject, reason as Parameters<typeof resumeFact>[2], now)
      case 'restart':
        return subject && restartFact(calendar, subject, now)
      case 'extend':
        return newDueAt && extendFact(newDueAt, text ?? '')
      case 'finish':
        return subject && !subject.finishedAt ? { entry: 'finish', reason: reason as 'withdrawn', basis: transition.basis } : undefined
      case 'start':
        // A filing or a reception starts its clock by its own fact.
        return undefined
    }
  })()
  return fact ? [{ kind: 'clock', of, ...fact }] : []
}

const openClock = ({ clock, receptionClock }: HeldDossier['state']): 'dossier' | 'reception' | undefined => {
  if (clock && !clock.finishedAt) return 'dossier'
  return receptionClock && !receptionClock.finishedAt ? 'reception' : undefined
}

function stepFollows(
  calendars: UnitCalendars,
  task: Task,
  { kind: _, of: __, number: ___, ...fact }: ClockAction,
  now: Date,
): DossierFact[] {
  const followed = followingFact(calendars(task.unitId), task.clock, fact as ClockFact, now)
  return followed ? [{ kind: 'clock', of: 'step', number: task.number, ...followed }] : []
}
