import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { organizationErrors } from '../errors.ts'
import { canReceive, type Unit } from '../unit.ts'
import { getUnit } from './units.ts'

/**
 * A unit that may receive a dossier on the date, with its agency code.
 * @throws AppError `organization.cannot-receive`
 */
export async function getReceivingUnit(db: Queryable, id: number, on: string): Promise<Unit & { agencyCode: string }> {
  const unit = await getUnit(db, id)
  organizationErrors.insist(canReceive(unit, on), 'organization.cannot-receive', { parameters: { unit: unit.name } })
  return unit as Unit & { agencyCode: string }
}

/** The agency code the unit has now (mã định danh điện tử); null without one. */
export async function agencyCodeOf(db: Queryable, id: number): Promise<string | null> {
  const row = await agencyCode(db, { id }).first()
  return row?.agencyCode ?? null
}

const agencyCode = prepared((db, { id }: { id: number }) => db.selectFrom('unit').select('agencyCode').where('id', '=', id))
