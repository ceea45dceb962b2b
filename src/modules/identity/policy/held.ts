/** The roles by which an officer acts on a day: her own, and those of whoever delegates to her or is absent with her as the substitute that day (not onward). */
import { type RawBuilder, sql } from 'kysely'
import { validOn } from '#platform/validity.ts'
import { substitutedBy } from './stand-in.ts'

/** SQL that yields `role_id`, `unit_id`; `today` is `YYYY-MM-DD`, `officerId` may be a column of the query around it. */
export function heldAssignments(officerId: number | RawBuilder<number>, today: string): RawBuilder<{ roleId: number; unitId: number }> {
  return sql`(
    select a.role_id, a.unit_id
    from role_assignment a
    where a.officer_id = any (array(
        select o.id from officer o where o.id = ${officerId} and o.is_active
        union all
        select d.from_officer_id
        from delegation d
        join officer o on o.id = d.from_officer_id and o.is_active
        join officer delegate on delegate.id = d.to_officer_id and delegate.is_active
        where d.to_officer_id = ${officerId} and d.revoked_at is null and d.valid_from <= ${today}::date and d.valid_to >= ${today}::date
        union all
        select away.officer_id from ${substitutedBy(officerId, today)} away))
      and ${validOn(today, 'a')})`
}
