/** Moves a dossier along its line: opens tasks, and writes the task rows that repeat what the actions say. */
import { calendarOf, dueAt } from '#modules/calendar/index.ts'
import { appendFacts, type DossierAction, type DossierFact, type HeldDossier } from '#modules/dossier/index.ts'
import { ancestorIds } from '#modules/organization/index.ts'
import type { Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import type { ProcessStep } from './process.ts'
import { taskRow, tasksOf } from './tasks.ts'

/** The fact that opens a step for the dossier; the step's due time is its working hours from now by the calendar of the unit that does it. */
export async function openStep(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  dossier: Pick<HeldDossier, 'receivingUnitId' | 'settlingUnitId'>,
  step: ProcessStep,
  number: number,
  assigneeId?: number,
): Promise<DossierFact> {
  const unitId = step.place === 'receiving' ? dossier.receivingUnitId : dossier.settlingUnitId
  const calendar = await calendarOf(tx, await ancestorIds(tx, unitId))
  const { due } = dueAt(calendar, now, { amount: step.limitHours, unit: 'hour' }, { mode: 'carry' })
  return {
    kind: 'task-opened',
    task: {
      number,
      stepId: step.id,
      kind: step.kind,
      stepName: step.name,
      unitId,
      roleId: step.roleId,
      assigneeId,
      dueAt: due.toISOString(),
    },
  }
}

/** Appends facts to the dossier and writes the task rows they change. */
export async function appendWithTasks(
  work: Pick<Work, 'tx' | 'actor' | 'now'>,
  dossier: HeldDossier,
  ...facts: DossierFact[]
): Promise<void> {
  const added = await appendFacts(work.tx, dossier, work, ...facts)
  await writeTasks(work.tx, dossier.id, dossier.actions, added)
}

/** Writes the rows of the tasks that `added` touches, as computed from all the actions. */
export async function writeTasks(
  tx: Transaction,
  dossierId: number,
  actions: readonly DossierAction[],
  added: readonly DossierAction[],
): Promise<void> {
  const opened = new Set<number>()
  const changed = new Set<number>()
  for (const { fact } of added) {
    if (fact.kind === 'task-opened') opened.add(fact.task.number)
    else if ('number' in fact && fact.kind.startsWith('task-')) changed.add(Number(fact.number))
  }
  if (opened.size + changed.size === 0) return
  for (const task of tasksOf(actions)) {
    // Closing comes before opening: a dossier has one open task, and the database insists on it.
    if (opened.has(task.number)) await tx.insertInto('task').values(taskRow(dossierId, task)).execute()
    else if (changed.has(task.number))
      await tx
        .updateTable('task')
        .set(taskRow(dossierId, task))
        .where('dossierId', '=', dossierId)
        .where('number', '=', task.number)
        .execute()
  }
}
