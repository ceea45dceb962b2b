/** Tasks, computed from a dossier's actions: who has to do which step, since when, by when. Pure. */
import type { DossierAction, StepKind } from '#modules/dossier/index.ts'

export interface Task {
  number: number
  stepId: number
  kind: StepKind
  stepName: string
  unitId: number
  roleId: number
  assigneeId?: number
  openedAt: Date
  dueAt: Date
  closedAt?: Date
  closedById?: number
  outcome?: 'completed' | 'sent-back'
  /** What the person who closed it said. */
  comment?: string
}

export function tasksOf(actions: readonly DossierAction[]): Task[] {
  const tasks = new Map<number, Task>()
  const change = (number: number, part: Partial<Task>) => {
    const task = tasks.get(number)
    if (!task || task.closedAt) throw new Error(`Task ${number} is not open`)
    tasks.set(number, { ...task, ...part })
  }
  for (const { fact, at, actorId, actorKind } of actions) {
    const byOfficer = actorKind === 'officer' ? (actorId ?? undefined) : undefined
    switch (fact.kind) {
      case 'task-opened': {
        const { dueAt, ...task } = fact.task
        tasks.set(task.number, { ...task, openedAt: at, dueAt: new Date(dueAt) })
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
    }
  }
  return [...tasks.values()]
}

export const openTask = (actions: readonly DossierAction[]): Task | undefined => tasksOf(actions).find((task) => !task.closedAt)

/** The task of this number, if it is open still. */
export const findOpenTask = (actions: readonly DossierAction[], number: number): Task | undefined =>
  tasksOf(actions).find((task) => task.number === number && !task.closedAt)

/** The columns of `task` that repeat a task. */
export const taskRow = (dossierId: number, task: Task) => ({
  dossierId,
  number: task.number,
  stepId: task.stepId,
  kind: task.kind,
  unitId: task.unitId,
  roleId: task.roleId,
  assigneeId: task.assigneeId ?? null,
  openedAt: task.openedAt,
  dueAt: task.dueAt,
  closedAt: task.closedAt ?? null,
  closedById: task.closedById ?? null,
  outcome: task.outcome ?? null,
})
