/** Tasks, computed from a dossier's actions: who has to do what, since when, by when. Pure. */
import {
  type AskedKind,
  type Clock,
  type ClockEntry,
  clockFactsIn,
  clockOf,
  type DossierAction,
  inForce,
  openHolds,
  type TaskKind,
  takenBack,
} from '#modules/dossier/index.ts'
import type { Actor } from '#platform/actor.ts'
import { nodeOfStep } from './graph/line-graph.ts'
import type { Position } from './graph/position.ts'

export interface Task {
  /** Of the process's token. */
  number: number
  /** Of the graph; absent for what was asked for by hand. */
  node?: string
  leg?: string
  kind: TaskKind
  /** Of a leg that was asked for by hand. */
  asked?: AskedKind
  stepName: string
  unitId: number
  /** None for a timer. */
  roleId?: number
  assigneeId?: number
  openedAt: Date
  dueAt: Date
  /** Of the step: stands still and counts again with the dossier's. */
  clock: Clock
  closedAt?: Date
  closedById?: number
  outcome?: 'completed' | 'sent-back' | 'cancelled'
  /** What the person who closed it said. */
  comment?: string
}

type Told = Omit<Task, 'clock' | 'dueAt'>

/** With those that were opened by an act that was taken back, which were cancelled by that. */
export function tasksOf(all: readonly DossierAction[]): Task[] {
  const actions = inForce(all)
  const tasks = standing(actions)
  return actions === all ? tasks : [...tasks, ...neverToBe(all, tasks)]
}

/** Opened by what was taken back: closed then, their numbers used up. */
function neverToBe(all: readonly DossierAction[], kept: readonly Task[]): Task[] {
  const gone = takenBack(all)
  return all.flatMap(({ sequence, fact, at, actorKind, actorId }): Task[] => {
    const undoneAt = gone.get(sequence)
    if (!undoneAt || fact.kind !== 'task-opened' || kept.some(({ number }) => number === fact.task.number)) return []
    const by = { actorKind, actorId }
    const [start] = clockFactsIn({ at, ...by, fact })
    const finish: ClockEntry = { entry: 'finish', reason: 'step-done', basis: 'assignment', at: undoneAt, ...by }
    const clock = clockOf(start ? [start.entry, finish] : [])
    const { dueAt: _, promise: __, stepId: ___, ...task } = fact.task
    return [{ ...task, openedAt: at, clock, dueAt: clock.dueAt, closedAt: undoneAt, outcome: 'cancelled' }]
  })
}

function standing(actions: readonly DossierAction[]): Task[] {
  const tasks = new Map<number, Told>()
  const entries = new Map<number, ClockEntry[]>()
  const change = (number: number, part: Partial<Told>) => {
    const task = tasks.get(number)
    if (!task || task.closedAt) throw new Error(`Task ${number} is not open`)
    tasks.set(number, { ...task, ...part })
  }
  for (const action of actions) {
    const { fact, at, actorId, actorKind } = action
    const byOfficer = actorKind === 'officer' ? (actorId ?? undefined) : undefined
    for (const { of, number, entry } of clockFactsIn(action))
      if (of === 'step' && number !== undefined) entries.set(number, [...(entries.get(number) ?? []), entry])
    switch (fact.kind) {
      case 'task-opened': {
        const { dueAt: _, promise: __, stepId, ...task } = fact.task
        tasks.set(task.number, { ...task, node: task.node ?? (stepId === undefined ? undefined : nodeOfStep(stepId)), openedAt: at })
        break
      }
      case 'task-claimed':
        change(fact.number, { assigneeId: fact.officerId })
        break
      case 'task-handed-over':
        change(fact.number, { assigneeId: fact.toOfficerId })
        break
      case 'task-released':
        change(fact.number, { assigneeId: undefined })
        break
      case 'task-completed':
        change(fact.number, { closedAt: at, closedById: fact.officerId ?? byOfficer, outcome: 'completed', comment: fact.comment })
        break
      case 'task-sent-back':
        change(fact.number, { closedAt: at, closedById: fact.officerId ?? byOfficer, outcome: 'sent-back', comment: fact.reason })
        break
      case 'task-cancelled':
        change(fact.number, { closedAt: at, outcome: 'cancelled' })
        break
    }
  }
  return [...tasks.values()].map((task) => {
    const clock = clockOf(entries.get(task.number) ?? [])
    return { ...task, clock, dueAt: clock.dueAt }
  })
}

export const openTasks = (actions: readonly DossierAction[]): Task[] => tasksOf(actions).filter((task) => !task.closedAt)

/** The open task that what the actor writes now belongs to: her own, else the one that waits longest. */
export function taskInHand(actions: readonly DossierAction[], actor: Actor): Task | undefined {
  const open = openTasks(actions)
  return open.find(({ assigneeId }) => actor.kind === 'officer' && assigneeId === actor.id) ?? open[0]
}

/** Where the dossier stands in its process. */
export function positionOf(actions: readonly DossierAction[]): Position {
  const tasks = tasksOf(actions)
  const last = inForce(actions).findLast(({ fact }) => 'way' in fact && fact.way !== undefined)?.fact
  const way = last && 'way' in last ? last.way : undefined
  // A number that was used by an act that was taken back is not used again.
  if (way) return { ...way.position, next: Math.max(way.position.next, ...tasks.map(({ number }) => number + 1)) }
  // Only received so far: each open task is a token.
  const tokens = tasks.flatMap(({ number, node, leg, closedAt }) =>
    closedAt || node === undefined ? [] : [{ id: number, node, ...(leg === undefined ? {} : { leg }) }],
  )
  return { next: Math.max(0, ...tasks.map(({ number }) => number)) + 1, tokens }
}

/** Flows taken so far, for the picture of the way. */
export const waysTaken = (actions: readonly DossierAction[]): string[] =>
  inForce(actions).flatMap(({ fact }) => ('way' in fact && fact.way ? fact.way.taken : []))

/** The task of this number, if it is open still. */
export const findOpenTask = (actions: readonly DossierAction[], number: number): Task | undefined =>
  tasksOf(actions).find((task) => task.number === number && !task.closedAt)

/** The columns of `task` that repeat a task. */
export const taskRow = (dossierId: number, task: Task) => ({
  dossierId,
  number: task.number,
  node: task.node ?? null,
  leg: task.leg ?? null,
  name: task.stepName,
  kind: task.kind,
  unitId: task.unitId,
  roleId: task.roleId ?? null,
  assigneeId: task.assigneeId ?? null,
  openedAt: task.openedAt,
  dueAt: task.dueAt,
  pausedAt: task.closedAt ? null : (openHolds(task.clock)[0]?.from ?? null),
  closedAt: task.closedAt ?? null,
  closedById: task.closedById ?? null,
  outcome: task.outcome ?? null,
})
