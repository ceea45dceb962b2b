/** Tasks belong to a role at a unit; whoever holds the role there or at a unit above may do them, by delegation and as a substitute too. */
import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'
import { heldAssignments } from './held.ts'
import { type Away, awayOf, isAwayOn } from './stand-in.ts'

export interface WorkRole {
  roleId: number
  unitId: number
}

/** The roles the officer acts by today, each with the unit it was given at. */
export async function workRoles(db: Queryable, officerId: number, now: Date): Promise<WorkRole[]> {
  const { rows } = await sql<WorkRole>`
    select distinct held.role_id, held.unit_id from ${heldAssignments(officerId, localDate(now))} held order by 1, 2`.execute(db)
  return rows.map(({ roleId, unitId }) => ({ roleId, unitId }))
}

/** SQL that yields every `role_id` and `unit_id` at which the officer may do tasks on the day `today`: units below count too. */
export const workPlaces = (officerId: number, today: string): RawBuilder<WorkRole> => sql`(
  select distinct held.role_id, below.id as unit_id
  from ${heldAssignments(officerId, today)} held
  join unit u on u.id = held.unit_id
  join unit below on below.path <@ u.path)`

/** Whether the officer may do the tasks of the role at the unit today. */
export async function holdsRoleAt(db: Queryable, officerId: number, roleId: number, unitId: number, now: Date): Promise<boolean> {
  const held = await roleHolding(db, { officerId, roleId, unitId, today: localDate(now) }).first()
  return held?.holds ?? false
}

const roleHolding = prepared(
  (_db, { officerId, roleId, unitId, today }: { officerId: number; roleId: number; unitId: number; today: string }) => sql<{
    holds: boolean
  }>`
    select exists (
      select from ${heldAssignments(officerId, today)} held
      join unit u on u.id = held.unit_id
      where held.role_id = ${roleId} and u.path @> (select path from unit where id = ${unitId})) as holds`,
)

/** Whether the officer holds the role there herself today, by no delegation and as no substitute: she will still hold it when those are over. */
export async function ownsRoleAt(db: Queryable, officerId: number, roleId: number, unitId: number, now: Date): Promise<boolean> {
  const held = await roleOwning(db, { officerId, roleId, unitId, today: localDate(now) }).first()
  return held?.owns ?? false
}

const roleOwning = prepared(
  (_db, { officerId, roleId, unitId, today }: { officerId: number; roleId: number; unitId: number; today: string }) => sql<{
    owns: boolean
  }>`
    select exists (
      select from role_assignment a
      join officer o on o.id = a.officer_id and o.is_active
      join unit u on u.id = a.unit_id
      where a.officer_id = ${officerId} and a.role_id = ${roleId} and ${validOn(today, 'a')}
        and u.path @> (select path from unit where id = ${unitId})) as owns`,
)

export interface AbleOfficer {
  id: number
  fullName: string
  unitName: string
  /** Who is away today, and who stands in. */
  absence?: Away
}

/** The officers who may do the tasks of the role at the unit today, those nearest to the unit first; for choosing a colleague. */
export async function officersWithRole(db: Queryable, roleId: number, unitId: number, now: Date): Promise<AbleOfficer[]> {
  const today = localDate(now)
  const { rows } = await sql<AbleOfficer>`
    with own as (
      select a.officer_id, max(nlevel(u.path)) as nearness
      from role_assignment a
      join unit u on u.id = a.unit_id
      where a.role_id = ${roleId} and u.path @> (select path from unit where id = ${unitId})
        and ${validOn(today, 'a')}
      group by a.officer_id),
    able as (
      select officer_id, nearness from own
      union all
      select d.to_officer_id, own.nearness from own
      join officer o on o.id = own.officer_id and o.is_active
      join delegation d on d.from_officer_id = own.officer_id and d.revoked_at is null and d.valid_from <= ${today}::date and d.valid_to >= ${today}::date
      union all
      select b.substitute_id, own.nearness from own
      join officer o on o.id = own.officer_id and o.is_active
      join absence b on b.officer_id = own.officer_id and ${isAwayOn(today, 'b')})
    select o.id, o.full_name, home.name as unit_name
    from (select officer_id, max(nearness) as nearness from able group by officer_id) able
    join officer o on o.id = able.officer_id and o.is_active
    join unit home on home.id = o.home_unit_id
    order by able.nearness desc, o.full_name, o.id`.execute(db)
  const away = await awayOf(
    db,
    rows.map(({ id }) => id),
    now,
  )
  return rows.map((row) => ({ ...row, absence: away.get(row.id) }))
}
