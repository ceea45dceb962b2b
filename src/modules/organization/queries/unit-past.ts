import type { Queryable } from '#platform/database.ts'
import { getUnit } from './units.ts'

export interface UnitPast {
  name: string
  shortName: string | null
  agencyCode: string | null
  parentId: number | null
  validFrom: string
  validTo: string
  decision: string | null
}

/** What the unit was before its present name, code and place; the oldest first. */
export const unitPast = (db: Queryable, unitId: number): Promise<UnitPast[]> =>
  db
    .selectFrom('unitPast')
    .select(['name', 'shortName', 'agencyCode', 'parentId', 'validFrom', 'validTo', 'decision'])
    .where('unitId', '=', unitId)
    .orderBy('validFrom')
    .execute()

/** The name the unit bore on the date (old papers keep the old name). */
export async function unitNameAt(db: Queryable, unitId: number, date: string): Promise<string> {
  const past = await db
    .selectFrom('unitPast')
    .select('name')
    .where('unitId', '=', unitId)
    .where('validFrom', '<=', date)
    .where('validTo', '>=', date)
    .executeTakeFirst()
  return past?.name ?? (await getUnit(db, unitId)).name
}

/** The first day of the present name, code and place. */
export async function presentSince(db: Queryable, unitId: number): Promise<string> {
  const last = await db
    .selectFrom('unitPast')
    .select((eb) => eb.fn.max('validTo').as('validTo'))
    .where('unitId', '=', unitId)
    .executeTakeFirst()
  return last?.validTo ? dayAfter(last.validTo, 1) : (await getUnit(db, unitId)).validFrom
}

/** The legal date `days` later. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
