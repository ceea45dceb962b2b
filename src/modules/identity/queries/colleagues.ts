/** Who can stand in for somebody without learning a new place: those who hold one of her roles at the same unit or above it, and then the others of her unit. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'

/** Those of the same role first, the nearest unit before those above it. */
export async function colleaguesOf(
  db: Queryable,
  officerId: number,
  now: Date,
  limit = 30,
): Promise<{ id: number; fullName: string; unitName: string }[]> {
  const today = localDate(now)
  const { rows } = await sql<{ id: number; fullName: string; unitName: string }>`
    with able as (
      select a.officer_id, nlevel(u.path) as nearness
      from role_assignment mine
      join unit at on at.id = mine.unit_id
      join role_assignment a on a.role_id = mine.role_id and a.officer_id <> mine.officer_id and ${validOn(today, 'a')}
      join unit u on u.id = a.unit_id and u.path @> at.path
      where mine.officer_id = ${officerId} and ${validOn(today, 'mine')}
      union all
      select o.id, 0 from officer self join officer o on o.home_unit_id = self.home_unit_id and o.id <> self.id
      where self.id = ${officerId})
    select o.id, o.full_name, home.name as unit_name
    from able
    join officer o on o.id = able.officer_id and o.is_active
    join unit home on home.id = o.home_unit_id
    group by o.id, home.id
    order by max(able.nearness) desc, o.full_name, o.id
    limit ${limit}`.execute(db)
  return rows
}
