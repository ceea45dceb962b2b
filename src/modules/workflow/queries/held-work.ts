/** The open tasks that one officer holds: what a hand-over moves, and its preview. No personal data of applicants. */
import { sql } from 'kysely'
import { permittedUnitPaths } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'

export interface HeldWork {
  dossierId: number
  code: string
  taskNumber: number
  stepName: string
  procedureName: string
  unitId: number
  unitName: string
  dueAt: Date
}

/** In the order of the dossiers' ids. */
export async function heldWork(
  db: Queryable,
  { fromOfficerId, withinUnitId }: { fromOfficerId: number; withinUnitId?: number },
): Promise<HeldWork[]> {
  const within =
    withinUnitId === undefined ? sql`` : sql`and exists (select from unit above where above.id = ${withinUnitId} and u.path <@ above.path)`
  const { rows } = await sql<HeldWork>`
    select t.dossier_id, d.code, t.number as task_number, t.unit_id, u.name as unit_name, t.due_at, v.name as procedure_name,
      t.name as step_name
    from task t
      join dossier d on d.id = t.dossier_id
      join unit u on u.id = t.unit_id
      join procedure_version v on v.id = d.procedure_version_id
    where t.assignee_id = ${fromOfficerId} and t.closed_at is null ${within}
    order by t.dossier_id, t.number`.execute(db)
  return rows
}

export interface HolderToRelieve {
  officerId: number
  fullName: string
  homeUnitName: string
  openTasks: number
  /** Why somebody else should have it; absent for an ordinary holder. */
  why?: 'locked' | 'no-role' | 'away'
}

/**
 * Everybody who holds open tasks at the units of the actor's right, those whose work should move first: a locked account, a role that has ended, an absence of today.
 */
export async function holdersOfWork(
  db: Queryable,
  { actor, now, right }: { actor: Actor; now: Date; right: string },
  limit = 200,
): Promise<HolderToRelieve[]> {
  const paths = await permittedUnitPaths(db, actor, right, now)
  const today = localDate(now)
  const { rows } = await sql<Omit<HolderToRelieve, 'why'> & { isActive: boolean; roleless: number; isAway: boolean }>`
    with held as (
      select t.assignee_id as officer_id, count(*)::int as open_tasks,
        count(*) filter (where not exists (
          select from role_assignment a join unit at on at.id = a.unit_id
          where a.officer_id = t.assignee_id and a.role_id = t.role_id and at.path @> u.path and ${validOn(today, 'a')}))::int as roleless
      from task t join unit u on u.id = t.unit_id
      where t.closed_at is null and t.assignee_id is not null and u.path <@ any (${paths}::ltree[])
      group by t.assignee_id)
    select o.id as officer_id, o.full_name, home.name as home_unit_name, o.is_active, held.open_tasks, held.roleless, away.officer_id is not null as is_away
    from held
      join officer o on o.id = held.officer_id
      join unit home on home.id = o.home_unit_id
      left join lateral (select b.officer_id from absence b
        where b.officer_id = o.id and b.cancelled_at is null and b.first_day <= ${today}::date and b.last_day >= ${today}::date) away on true
    order by o.is_active, held.roleless > 0 desc, away.officer_id is null, o.full_name, o.id
    limit ${limit}`.execute(db)
  return rows.map(({ isActive, roleless, isAway, ...row }) => ({
    ...row,
    why: isActive ? (roleless > 0 ? 'no-role' : isAway ? 'away' : undefined) : 'locked',
  }))
}

/** The units at which the officer holds open tasks, and her own: in the scope of any of them her work may be handed over. @throws AppError `record.not-found` */
export async function unitsOfWork(db: Queryable, officerId: number): Promise<number[]> {
  const { rows } = await sql<{ unitId: number }>`
    select home_unit_id as unit_id from officer where id = ${officerId}
    union
    select unit_id from task where assignee_id = ${officerId} and closed_at is null`.execute(db)
  if (rows.length === 0) return commonErrors.fail('record.not-found')
  return rows.map(({ unitId }) => unitId)
}
