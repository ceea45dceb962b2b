/** Who decides for the competent agency: whoever may sign its results. */
import type { HeldDossier } from '#modules/dossier/index.ts'
import { findRoleByCode, holdsRoleAt } from '#modules/identity/index.ts'
import { plannedSigningPlace, prepareOpening, processOf, signingPlace } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'

/** Where a leader of the agency signs for this dossier, though nobody has yet (it was refused, or settled on the spot): by its process, else the agency's leader. */
export async function placeToSign(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  dossier: Pick<HeldDossier, 'actions' | 'state' | 'receivingUnitId' | 'settlingUnitId' | 'procedureId'>,
): Promise<{ unitId: number; roleId?: number }> {
  const signed = signingPlace(dossier)
  if (signed) return signed
  const { fills } = await prepareOpening(tx, dossier, now)
  const planned = plannedSigningPlace(await processOf(tx, dossier), dossier, fills)
  if (planned) return planned
  const role = await findRoleByCode(tx, 'agency-leader')
  return { unitId: dossier.settlingUnitId, ...(role ? { roleId: role.id } : {}) }
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
