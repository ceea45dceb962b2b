/** Who answers for a unit today. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'

/** The head of a unit; the leader of a one-stop unit. */
export const ANSWER_FOR_UNIT = 'watch.answer-for-unit'
export const ANSWER_FOR_ONE_STOP = 'watch.answer-for-one-stop'

export interface Head {
  officerId: number
  fullName: string
}

/**
 * By unit: those who hold the right there or, where nobody does, at the nearest unit above; somebody absent is stood in for by her substitute. Locked accounts do not count.
 */
export async function answerableOf(
  db: Queryable,
  unitIds: readonly number[],
  now: Date,
  right: string = ANSWER_FOR_UNIT,
): Promise<Map<number, Head[]>> {
  if (unitIds.length === 0) return new Map()
  const today = localDate(now)
  const { rows } = await sql<Head & { unitId: number }>`
    with place as (select u.id, string_to_array(u.path::text, '.')::bigint[] as above from unit u where u.id = any (${[...new Set(unitIds)]}::bigint[])),
      able as (
        select place.id as unit_id, a.officer_id, array_position(place.above, a.unit_id) as nearness
        from place
        join role_assignment a on a.unit_id = any (place.above) and ${validOn(today, 'a')}
        join role_right r on r.role_id = a.role_id and r.name = ${right}
        join officer o on o.id = a.officer_id and o.is_active),
      present as (
        select able.unit_id, able.nearness, coalesce(b.substitute_id, able.officer_id) as officer_id
        from able
        left join absence b on b.officer_id = able.officer_id and b.cancelled_at is null and b.first_day <= ${today}::date and b.last_day >= ${today}::date
        join officer o on o.id = coalesce(b.substitute_id, able.officer_id) and o.is_active),
      nearest as (select *, max(nearness) over (partition by unit_id) as best from present)
    select distinct n.unit_id, o.id as officer_id, o.full_name
    from nearest n join officer o on o.id = n.officer_id
    where n.nearness = n.best
    order by n.unit_id, o.full_name, o.id`.execute(db)
  const byUnit = new Map<number, Head[]>()
  for (const { unitId, ...head } of rows) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), head])
  return byUnit
}
