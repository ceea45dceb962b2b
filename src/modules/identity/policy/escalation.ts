/** Nobody gives away, or takes over, administrative power that they do not have themselves. */
import type { Actor } from '#platform/actor.ts'
import type { Transaction } from '#platform/database.ts'
import { allRights } from '#platform/rights.ts'
import { localDate } from '#platform/text/dates.ts'
import { identityErrors } from '../errors.ts'
import { isAdministrative } from './administration.ts'
import { authorise } from './authorise.ts'

/** @throws AppError `identity.own-account` */
export function insistOther(actor: Actor, officerId: number): void {
  identityErrors.insist(actor.kind !== 'officer' || actor.id !== officerId, 'identity.own-account')
}

/**
 * The actor must hold at the unit every administrative right among those given away there.
 * @throws AppError `identity.beyond-own-rights`
 */
export async function insistMayGive(tx: Transaction, actor: Actor, rights: readonly string[], unitId: number, now: Date): Promise<void> {
  const missing = await lacking(
    tx,
    actor,
    rights.map((right) => ({ right, unitId })),
    now,
  )
  if (missing.length > 0) identityErrors.fail('identity.beyond-own-rights', { parameters: { rights: missing.join(', ') } })
}

/**
 * Whoever changes an account could act under its name, so the actor must hold all administrative rights that the account holds, now or later.
 * @throws AppError `identity.own-account`, `identity.beyond-own-rights`
 */
export async function insistMayManage(tx: Transaction, actor: Actor, officerId: number, now: Date): Promise<void> {
  insistOther(actor, officerId)
  const held = await tx
    .selectFrom('roleAssignment')
    .innerJoin('roleRight', 'roleRight.roleId', 'roleAssignment.roleId')
    .select(['roleRight.name as right', 'roleAssignment.unitId'])
    .distinct()
    .where('roleAssignment.officerId', '=', officerId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', localDate(now))]))
    .execute()
  const missing = await lacking(tx, actor, held, now)
  if (missing.length > 0) identityErrors.fail('identity.beyond-own-rights', { parameters: { rights: missing.join(', ') } })
}

/** The names, for people, of the administrative rights that the actor does not hold there. */
async function lacking(tx: Transaction, actor: Actor, wanted: readonly { right: string; unitId: number }[], now: Date): Promise<string[]> {
  const names = new Map(allRights())
  const missing = new Set<string>()
  for (const { right, unitId } of wanted)
    if (isAdministrative(right) && !(await authorise(tx, actor, right, unitId, now))) missing.add(names.get(right)?.vi ?? right)
  return [...missing]
}
