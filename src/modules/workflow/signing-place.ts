/** Who decides for the competent agency: whoever may sign its results. Pure. */
import type { HeldDossier } from '#modules/dossier/index.ts'
import { type DossierUnits, type Opening, placeOf } from './advance.ts'
import { type Process, stepNodes, waitingAt } from './process.ts'
import { tasksOf } from './tasks.ts'

/** Where the dossier's result was signed. Absent where nobody has signed (it was refused, or settled on the spot). */
export function signingPlace({ actions }: Pick<HeldDossier, 'actions'>): { unitId: number; roleId: number } | undefined {
  const task = tasksOf(actions).findLast(({ kind, node, roleId }) => kind === 'signature' && node !== undefined && roleId !== undefined)
  return task?.roleId === undefined ? undefined : { unitId: task.unitId, roleId: task.roleId }
}

/** Where it would be signed by its process; absent where that has no such step. */
export function plannedSigningPlace(
  process: Process,
  dossier: DossierUnits,
  fills: Opening['fills'],
): { unitId: number; roleId: number } | undefined {
  const step = stepNodes(process.graph).findLast((node) => node.step === 'signature')
  const planned = step && placeOf(process, dossier, waitingAt(process, step.id), fills)
  return planned?.roleId === undefined ? undefined : { unitId: planned.unitId, roleId: planned.roleId }
}
