/** Who decides for the competent agency: whoever may sign its results. */
import type { HeldDossier } from '#modules/dossier/index.ts'
import { holdsRoleAt } from '#modules/identity/index.ts'
import { tasksOf } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'

/** Where the dossier's result was signed: unit and role. Absent where the process has no such step (settled on the spot). */
export function signingPlace({ actions }: Pick<HeldDossier, 'actions'>): { unitId: number; roleId: number } | undefined {
  const task = tasksOf(actions).findLast(({ kind, roleId }) => kind === 'signature' && roleId !== undefined)
  return task?.roleId === undefined ? undefined : { unitId: task.unitId, roleId: task.roleId }
}

/** Whether the actor is a leader of the competent agency: may do the signing step of this dossier. The right of the act itself is asked besides. */
export async function isLeader(
  { tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>,
  dossier: Pick<HeldDossier, 'actions'>,
): Promise<boolean> {
  if (actor.kind !== 'officer') return actor.kind === 'system'
  const place = signingPlace(dossier)
  return !place || holdsRoleAt(tx, actor.id, place.roleId, place.unitId, now)
}
