import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { organizationErrors } from '../errors.ts'
import { canReceive, partKinds, type Unit } from '../unit.ts'
import { getUnit } from './units.ts'

/**
 * A unit that may receive a dossier on the date, with the agency code of its dossiers.
 * @throws AppError `organization.cannot-receive`
 */
export async function getReceivingUnit(db: Queryable, id: number, on: string): Promise<Unit & { agencyCode: string }> {
  const unit = await getUnit(db, id)
  const code = canReceive(unit, on) ? await agencyCodeOf(db, id) : null
  if (!code) return organizationErrors.fail('organization.cannot-receive', { parameters: { unit: unit.name } })
  return { ...unit, agencyCode: code }
}

/** The agency code that stands in the unit's dossier codes now (mã định danh điện tử): its own, for a part of a centre that of the nearest unit above; null without one. */
export async function agencyCodeOf(db: Queryable, id: number): Promise<string | null> {
  const row = await agencyCode(db, { id }).first()
  return row?.agencyCode ?? null
}

const agencyCode = prepared(
  (_db, { id }: { id: number }) => sql<{ agencyCode: string | null }>`
    select coalesce(u.agency_code, case when u.kind in (${sql.join(partKinds.map((kind) => sql.lit(kind)))}) then (
      select above.agency_code from unit above where above.path @> u.path and above.agency_code is not null order by nlevel(above.path) desc limit 1) end) as agency_code
    from unit u where u.id = ${id}`,
)
