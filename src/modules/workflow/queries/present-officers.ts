/** Who is there to do the tasks of a role today, with what each has on her desk. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'
import type { Loaded } from '../spread.ts'

/**
 * By `roleId unitId`: those who hold the role themselves at the unit, or, where nobody there does, at the nearest unit above; without the absent and the locked. Whoever
 * only stands in or was delegated to gets no share of her own.
 */
export async function presentByRole(
  db: Queryable,
  places: readonly { roleId: number; unitId: number }[],
  now: Date,
): Promise<Map<string, Loaded[]>> {
  if (places.length === 0) return new Map()
  const today = localDate(now)
  const roleIds = places.map(({ roleId }) => roleId)
  const unitIds = places.map(({ unitId }) => unitId)
  const { rows } = await sql<Loaded & { roleId: number; unitId: number }>`
    with place as (select distinct role_id, unit_id from unnest(${roleIds}::bigint[], ${unitIds}::bigint[]) p (role_id, unit_id)),
      able as (
        select place.role_id, place.unit_id, a.officer_id, max(nlevel(u.path)) as nearness
        from place
        join unit at on at.id = place.unit_id
        join role_assignment a on a.role_id = place.role_id and ${validOn(today, 'a')}
        join unit u on u.id = a.unit_id and u.path @> at.path
        join officer o on o.id = a.officer_id and o.is_active
        where not exists (select from absence b where b.officer_id = o.id and b.cancelled_at is null
          and b.first_day <= ${today}::date and b.last_day >= ${today}::date)
        group by 1, 2, 3),
      nearest as (select *, max(nearness) over (partition by role_id, unit_id) as best from able)
    select n.role_id, n.unit_id, o.id, o.full_name,
      (select count(*)::int from task t where t.assignee_id = o.id and t.closed_at is null) as open_tasks
    from nearest n join officer o on o.id = n.officer_id
    where n.nearness = n.best
    order by n.role_id, n.unit_id, o.id`.execute(db)
  const byPlace = new Map<string, Loaded[]>()
  for (const { roleId, unitId, ...officer } of rows) {
    const key = `${roleId} ${unitId}`
    byPlace.set(key, [...(byPlace.get(key) ?? []), officer])
  }
  return byPlace
}
