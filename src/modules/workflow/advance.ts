/** Moves a dossier along its line: opens tasks, and writes the task rows that repeat what the actions say. */
import { dueAt, type UnitCalendars, unitCalendars } from '#modules/calendar/index.ts'
import { appendFacts, type DossierAction, type DossierFact, type HeldDossier } from '#modules/dossier/index.ts'
import type { Work } from '#platform/action.ts'
import { prepared, preparedRows } from '#platform/prepared.ts'
import type { ProcessStep } from './process.ts'
import { taskRow, tasksOf } from './tasks.ts'

/** The dossier's unit that does the step. */
export const unitOfStep = (dossier: DossierUnits, step: ProcessStep): number =>
  step.place === 'receiving' ? dossier.receivingUnitId : dossier.settlingUnitId

/** The fact that opens a step for the dossier; the step's due time is its working hours from `now` by the calendar of the unit that does it. */
export async function openStep(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  dossier: DossierUnits,
  step: ProcessStep,
  number: number,
  assigneeId?: number,
): Promise<DossierFact> {
  const calendars = await unitCalendars(tx, [unitOfStep(dossier, step)])
  return stepOpened({ calendars, now }, dossier, step, number, assigneeId)
}

/** The same with the calendars at hand. Pure. */
export function stepOpened(
  { calendars, now }: { calendars: UnitCalendars; now: Date },
  dossier: DossierUnits,
  step: ProcessStep,
  number: number,
  assigneeId?: number,
): DossierFact {
  const unitId = unitOfStep(dossier, step)
  const { due } = dueAt(calendars(unitId), now, { amount: step.limitHours, unit: 'hour' }, { mode: 'carry' })
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
export function appendWithTasks(work: Pick<Work, 'tx' | 'send' | 'actor' | 'now'>, dossier: HeldDossier, ...facts: DossierFact[]): void {
  const added = appendFacts(work, dossier, ...facts)
  writeTasks(work, dossier.id, dossier.actions, added)
}

/** Writes the rows of the tasks that `added` touches, as computed from all the actions. */
export function writeTasks(
  { tx, send }: Pick<Work, 'tx' | 'send'>,
  dossierId: number,
  actions: readonly DossierAction[],
  added: readonly DossierAction[],
): void {
  const opened = new Set<number>()
  const changed = new Set<number>()
  for (const { fact } of added) {
    if (fact.kind === 'task-opened') opened.add(fact.task.number)
    else if ('number' in fact && fact.kind.startsWith('task-')) changed.add(Number(fact.number))
  }
  if (opened.size + changed.size === 0) return
  const tasks = tasksOf(actions)
  // Closing comes before opening: a dossier has one open task, and the database insists on it.
  for (const task of tasks.filter(({ number }) => changed.has(number) && !opened.has(number))) {
    const { assigneeId, closedAt, closedById, outcome } = taskRow(dossierId, task)
    send(changeTask(tx, { dossierId, number: task.number, assigneeId, closedAt, closedById, outcome }))
  }
  const rows = tasks.filter(({ number }) => opened.has(number)).map((task) => taskRow(dossierId, task))
  if (rows.length > 0) send(insertTasks(tx, rows))
}

type TaskRow = ReturnType<typeof taskRow>

const changeTask = prepared(
  (db, { dossierId, number, ...change }: Pick<TaskRow, 'dossierId' | 'number' | 'assigneeId' | 'closedAt' | 'closedById' | 'outcome'>) =>
    db.updateTable('task').set(change).where('dossierId', '=', dossierId).where('number', '=', number),
)

const insertTasks = preparedRows((db, rows: TaskRow[]) => db.insertInto('task').values(rows))

type DossierUnits = Pick<HeldDossier, 'receivingUnitId' | 'settlingUnitId'>
