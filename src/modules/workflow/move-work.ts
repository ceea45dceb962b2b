/** Moves everything an officer holds to a successor or back to the roles, task by task: what was done stays under the name of who did it. */
import { type HeldDossier, holdDossier } from '#modules/dossier/index.ts'
import { authorise, holdsRoleAt } from '#modules/identity/index.ts'
import type { Work } from '#platform/action.ts'
import { appendWithTasks } from './advance.ts'
import { heldWork } from './queries/held-work.ts'
import { findOpenTask, type Task } from './tasks.ts'

export const HAND_OVER_ALL = 'workflow.hand-over-all'

export interface WorkToMove {
  fromOfficerId: number
  /** Only tasks of this unit and those below it; everywhere when absent. */
  withinUnitId?: number
  /** Absent: each task goes back to its role. */
  toOfficerId?: number
  reason: string
}

/**
 * `given`: the successor has it. `released`: nobody; it waits for its role. `unfit`: it waits for its role because the successor does not hold that role there.
 * `kept`: the actor may not move work of that unit. `gone`: it was done or moved meanwhile.
 */
export type MoveOutcome = 'given' | 'released' | 'unfit' | 'kept' | 'gone'

export interface MovedTask {
  dossierId: number
  code: string
  taskNumber: number
  stepName: string
  outcome: MoveOutcome
}

/** In the transaction of the work, one dossier after the other in the order of their ids, so that two who move work at once do not wait for each other in a circle. */
export async function moveWork(work: Work, what: WorkToMove): Promise<MovedTask[]> {
  const mayMove = rightByUnit(work)
  const isFit = fitness(work, what.toOfficerId)
  const moved: MovedTask[] = []
  for (const { dossierId, code, taskNumber, stepName } of await heldWork(work.tx, what)) {
    const dossier = await holdDossier(work.tx, dossierId)
    const task = findOpenTask(dossier.actions, taskNumber)
    moved.push({ dossierId, code, taskNumber, stepName, outcome: await moveOne(dossier, task) })
  }
  return moved

  async function moveOne(dossier: HeldDossier, task: Task | undefined): Promise<MoveOutcome> {
    const { fromOfficerId, toOfficerId, reason } = what
    if (task?.assigneeId !== fromOfficerId) return 'gone'
    if (!(await mayMove(task.unitId))) return 'kept'
    if (toOfficerId !== undefined && (await isFit(task))) {
      appendWithTasks(work, dossier, { kind: 'task-handed-over', number: task.number, toOfficerId, reason })
      return 'given'
    }
    appendWithTasks(work, dossier, { kind: 'task-released', number: task.number, fromOfficerId, reason })
    return toOfficerId === undefined ? 'released' : 'unfit'
  }
}

/** How many went where; for the audit line. */
export const countMoved = (moved: readonly MovedTask[]): Partial<Record<MoveOutcome, number>> =>
  Object.fromEntries([...Map.groupBy(moved, ({ outcome }) => outcome)].map(([outcome, tasks]) => [outcome, tasks.length]))

function rightByUnit({ tx, actor, now }: Work): (unitId: number) => Promise<boolean> {
  return remembering((unitId: number) => authorise(tx, actor, HAND_OVER_ALL, unitId, now), String)
}

function fitness({ tx, now }: Work, officerId: number | undefined): (task: Task) => Promise<boolean> {
  return remembering(
    async ({ roleId, unitId }: Task) => officerId !== undefined && roleId !== undefined && holdsRoleAt(tx, officerId, roleId, unitId, now),
    ({ roleId, unitId }) => `${roleId} ${unitId}`,
  )
}

/** Each question is asked of the database once. */
function remembering<Question>(ask: (question: Question) => Promise<boolean>, keyOf: (question: Question) => string) {
  const answers = new Map<string, Promise<boolean>>()
  return (question: Question): Promise<boolean> => {
    const key = keyOf(question)
    const answer = answers.get(key) ?? ask(question)
    answers.set(key, answer)
    return answer
  }
}
