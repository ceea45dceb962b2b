import type { Queryable } from '#platform/database.ts'

export async function findOfficerName(db: Queryable, id: number): Promise<string | undefined> {
  return (await db.selectFrom('officer').select('fullName').where('id', '=', id).executeTakeFirst())?.fullName
}

/** Names by id, for lists. */
export async function officerNames(db: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('officer')
    .select(['id', 'fullName'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}
