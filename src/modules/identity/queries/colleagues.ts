/** Who can stand in for somebody without learning a new job: those who hold one of her roles at the same unit or above it. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'

/** Those of the nearest unit first. */
export async function colleaguesOf(
  db: Queryable,
  officerId: number,
  now: Date,
  limit = 30,
): Promise<{ id: number; fullName: string; unitName: string }[]> {
  const today = localDate(now)
  const { rows } = await sql<{ id: number; fullName: string; unitName: string }>`
    select o.id, o.full_name, home.name as unit_name
    from role_assignment mine
    join unit at on at.id = mine.unit_id
    join role_assignment a on a.role_id = mine.role_id and a.officer_id <> mine.officer_id and ${validOn(today, 'a')}
    join unit u on u.id = a.unit_id and u.path @> at.path
    join officer o on o.id = a.officer_id and o.is_active
    join unit home on home.id = o.home_unit_id
    where mine.officer_id = ${officerId} and ${validOn(today, 'mine')}
    group by o.id, home.id
    order by max(nlevel(u.path)) desc, o.full_name, o.id
    limit ${limit}`.execute(db)
  return rows
}
