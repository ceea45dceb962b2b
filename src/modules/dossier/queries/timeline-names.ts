import { officerNames } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { DossierAction } from '../facts.ts'
import { namedIn, type TimelineNames } from '../timeline.ts'

/** The names a timeline of these actions needs. */
export async function timelineNames(db: Queryable, actions: readonly DossierAction[]): Promise<TimelineNames> {
  const { officerIds, unitIds } = namedIn(actions)
  return { officers: await officerNames(db, officerIds), units: await unitNames(db, unitIds) }
}

export async function unitNames(db: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
