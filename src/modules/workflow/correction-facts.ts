/** The facts of correcting a result that was returned already: tasks of their own, outside the process. Pure. */
import type { UnitCalendars } from '#modules/calendar/index.ts'
import type { DossierFact, HeldDossier, OpenedTask } from '#modules/dossier/index.ts'
import { openedTask } from './advance.ts'
import { wayBesides } from './legs-by-hand.ts'
import { openTasks, positionOf, type Task } from './tasks.ts'

interface At {
  calendars: UnitCalendars
  now: Date
}

/** The right result is made and signed within so many working days. */
export const correctionTask = (
  at: At,
  { actions }: Pick<HeldDossier, 'actions'>,
  place: { unitId: number; roleId?: number },
  workingDays: number,
): OpenedTask =>
  openedTask(at, {
    number: positionOf(actions).next,
    kind: 'signature',
    stepName: 'Đính chính, cấp lại kết quả',
    ...place,
    limit: { amount: workingDays, unit: 'working-day' },
  })

/** The task in which a correction is made; nothing once it has been signed. */
export const openCorrection = (actions: HeldDossier['actions']): Task | undefined =>
  openTasks(actions).find(({ kind, node }) => kind === 'signature' && node === undefined)

/** The right result is signed and numbered; it waits at the counter to be returned. */
export function correctedFacts(
  at: At,
  dossier: Pick<HeldDossier, 'actions' | 'receivingUnitId'>,
  { number }: Pick<Task, 'number'>,
  returnRoleId: number | undefined,
): DossierFact[] {
  const task = openedTask(at, {
    number: positionOf(dossier.actions).next,
    kind: 'return',
    stepName: 'Trả kết quả đã đính chính',
    unitId: dossier.receivingUnitId,
    ...(returnRoleId === undefined ? {} : { roleId: returnRoleId }),
    limit: { amount: 1, unit: 'working-day' },
  })
  return [
    { kind: 'task-completed', number, way: wayBesides(dossier, 1) },
    { kind: 'task-opened', task },
  ]
}
