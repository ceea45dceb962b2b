/**
 * Whose time a dossier's life was: its tasks, claims and standstills as holdings, charged minute by minute (`dossier/clock`). The page, the late list and reports ask here, so that
 * they say the same. Pure.
 */
import { type UnitCalendars, workingMinutesBetween } from '#modules/calendar/index.ts'
import {
  type Bar,
  barOf,
  type Charge,
  charge,
  type DossierAction,
  type DossierState,
  type Holding,
  holdingsOf,
  inForce,
  type Owed,
  owedBy,
  type Payer,
  readClock,
  spansOf,
} from '#modules/dossier/index.ts'
import { type Task, tasksOf } from './tasks.ts'

export interface ChargedDossier {
  actions: readonly DossierAction[]
  state: DossierState
  settlingUnitId: number
}

export interface ChargedLife {
  charge: Charge
  bar: Bar
  /** Who owes how much of the lateness; nothing while it is not late. */
  owed: Owed
}

/** From the reception to the finish, or until `now`; undefined before reception. `calendars` must know every unit of `unitsHolding`. */
export function chargedLife(dossier: ChargedDossier, calendars: UnitCalendars, now: Date): ChargedLife | undefined {
  const { state, settlingUnitId } = dossier
  const actions = inForce(dossier.actions)
  const { clock, receivedAt } = state
  if (!clock || !receivedAt) return undefined
  const tasks = tasksOf(actions)
  const calendar = calendars(settlingUnitId)
  const until = clock.finishedAt && clock.finishedAt < now ? clock.finishedAt : now
  const holdings = [...tasks.flatMap((task) => holdingsOfTask(task, actions, calendars)), ...holdingsOf(clock.holds), ...recorded(actions)]
  // A date that a recount put off cuts nothing; only the one that counts does.
  const charged = charge(spansOf(receivedAt, until, settlingUnitId, holdings, [clock.dueAt]), calendar)
  return {
    charge: charged,
    bar: barOf(charged, clock, readClock(clock, calendar, now).remainingMinutes, now),
    owed: owedBy(charged, clock, calendar, budgetsOf(tasks, calendars), settlingUnitId, now),
  }
}

/** The units whose calendars are needed: whoever settles and whoever had a task. */
export const unitsHolding = ({ actions, settlingUnitId }: Pick<ChargedDossier, 'actions' | 'settlingUnitId'>): number[] => [
  ...new Set([settlingUnitId, ...tasksOf(actions).map(({ unitId }) => unitId)]),
]

/**
 * Unclaimed a task is its step's time, claimed its officer's. A leg and an outside expert are another agency's, whoever there has it; when the tax agency is asked, it is tax.
 * The time a timer waits was planned, and is the unit's.
 */
function holdingsOfTask(task: Task, actions: readonly DossierAction[], calendars: UnitCalendars): Holding[] {
  const { number, unitId, openedAt, closedAt } = task
  const span = (from: Date, to: Date | undefined, payer: Payer): Holding => ({
    from,
    ...(to ? { to } : {}),
    payer: { ...payer, step: number },
    calendar: calendars(unitId),
  })
  if (task.kind === 'leg')
    return [span(openedAt, closedAt, isForTax(task, actions) ? { kind: 'tax' } : { kind: 'other-agency', id: unitId })]
  if (task.kind === 'outside') return [span(openedAt, closedAt, { kind: 'other-agency' })]
  if (task.kind === 'timer') return [span(openedAt, closedAt, { kind: 'unit', id: unitId, unitId })]
  return hands(number, openedAt, actions).flatMap(({ from, officerId }, index, all) => {
    const to = all[index + 1]?.from ?? closedAt
    // A step that is claimed in the moment it opens was never without anybody.
    if (to && to <= from) return []
    return [span(from, to, officerId === undefined ? { kind: 'step', id: number, unitId } : { kind: 'officer', id: officerId, unitId })]
  })
}

/** What a leader said was the post's or a broken exchange's time. */
const recorded = (actions: readonly DossierAction[]): Holding[] =>
  actions.flatMap(({ fact }) =>
    fact.kind === 'time-charged' ? [{ from: new Date(fact.from), to: new Date(fact.to), payer: { kind: fact.payer } }] : [],
  )

/** Who had the task in hand from when on; nobody at first unless it was given to somebody. */
function hands(number: number, openedAt: Date, actions: readonly DossierAction[]): { from: Date; officerId?: number }[] {
  const found: { from: Date; officerId?: number }[] = []
  for (const { fact, at } of actions) {
    if (fact.kind === 'task-opened' && fact.task.number === number) found.push({ from: openedAt, officerId: fact.task.assigneeId })
    if (!('number' in fact) || fact.number !== number) continue
    if (fact.kind === 'task-claimed') found.push({ from: at, officerId: fact.officerId })
    if (fact.kind === 'task-handed-over') found.push({ from: at, officerId: fact.toOfficerId })
    if (fact.kind === 'task-released') found.push({ from: at })
  }
  return found
}

/** The leg that opened with the question to the tax agency. */
const isForTax = ({ openedAt }: Task, actions: readonly DossierAction[]): boolean =>
  actions.some(({ fact, at }) => fact.kind === 'transition' && fact.id === 'ask-tax' && at.getTime() === openedAt.getTime())

/** Step's task number → the working minutes it was given, by the calendar of who does it. */
const budgetsOf = (tasks: readonly Task[], calendars: UnitCalendars): Map<number, number> =>
  new Map(
    tasks.map(({ number, unitId, openedAt, clock }) => [
      number,
      Math.max(0, workingMinutesBetween(calendars(unitId), openedAt, clock.originalDueAt)),
    ]),
  )
