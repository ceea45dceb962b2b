/**
 * The trace of a dossier as the control slip shows it: every passing from one hand to the next, computed from the list of actions. Pure.
 */
import { boundsOf, type DossierAction, inForce, type Timeliness, timelinessOf } from '#modules/dossier/index.ts'
import { type Task, tasksOf } from '#modules/workflow/index.ts'

/** One passing on; names are looked up by whoever prints it. */
export interface TraceRow {
  at: Date
  fromUnitId: number
  /** Undefined: out of the administration, to the person who fetched the result. */
  toUnitId?: number
  giverId?: number
  receiverId?: number
  /** How the giving side kept the time of its step. */
  timeliness?: Timeliness
  note?: string
}

export function traceOf(all: readonly DossierAction[]): TraceRow[] {
  const actions = inForce(all)
  const tasks = tasksOf(actions)
  const rows: TraceRow[] = []
  for (const [index, task] of tasks.entries()) {
    rows.push(...withinStep(actions, task))
    if (!task.closedAt) continue
    const next = tasks[index + 1]
    const isReturn = !next && actions.some(({ fact, at }) => fact.kind === 'result-returned' && at.getTime() === task.closedAt?.getTime())
    if (!next && !isReturn) continue
    rows.push({
      at: task.closedAt,
      fromUnitId: task.unitId,
      toUnitId: next?.unitId,
      giverId: task.closedById,
      receiverId: next && firstHolder(actions, next),
      timeliness: timelinessOf(task.closedAt, boundsOf(task.dueAt, 'hour')),
      note: noteOf(task, next),
    })
  }
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Who took the step first: it may have been passed on since. */
function firstHolder(actions: readonly DossierAction[], { number, closedById }: Task): number | undefined {
  for (const { fact } of actions) {
    if (fact.kind === 'task-opened' && fact.task.number === number && fact.task.assigneeId) return fact.task.assigneeId
    if (fact.kind === 'task-claimed' && fact.number === number) return fact.officerId
  }
  return closedById
}

/** Passed to a colleague while the step was open. */
function withinStep(actions: readonly DossierAction[], task: Task): TraceRow[] {
  let holder: number | undefined
  const rows: TraceRow[] = []
  for (const { fact, at, actorId } of actions) {
    if (fact.kind === 'task-opened' && fact.task.number === task.number) holder = fact.task.assigneeId
    if (!('number' in fact) || fact.number !== task.number) continue
    if (fact.kind === 'task-claimed') holder = fact.officerId
    if (fact.kind !== 'task-handed-over') continue
    const giverId = holder ?? actorId ?? undefined
    rows.push({ at, fromUnitId: task.unitId, toUnitId: task.unitId, giverId, receiverId: fact.toOfficerId, note: fact.reason })
    holder = fact.toOfficerId
  }
  return rows
}

function noteOf(task: Task, next: Task | undefined): string {
  if (task.outcome === 'sent-back') return `Chuyển trả${task.comment ? `: ${task.comment}` : ''}`
  return next ? `${task.stepName} → ${next.stepName}` : task.stepName
}
