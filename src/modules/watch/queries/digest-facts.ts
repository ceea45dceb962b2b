/** What the morning digests of a day are made of: a statement each for everybody, not one an officer. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { instantAt } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'
import { READ_WATCH } from './findings.ts'

export interface DueTask {
  officerId: number
  code: string
  stepName: string
  dueAt: Date
}

/** Steps due on the day or before, by who does them that day: the holder, or who stands in for her; soonest due first. Nobody is listed who is locked. */
export async function tasksDue(db: Queryable, today: string): Promise<DueTask[]> {
  const { rows } = await sql<DueTask>`
    select o.id as officer_id, d.code, t.name as step_name, t.due_at
    from task t
      join dossier d on d.id = t.dossier_id
      left join absence b on b.officer_id = t.assignee_id and b.cancelled_at is null and b.first_day <= ${today}::date and b.last_day >= ${today}::date
      join officer o on o.id = coalesce(b.substitute_id, t.assignee_id) and o.is_active
    where t.closed_at is null and t.paused_at is null and t.kind <> 'return' and t.due_at < ${endOf(today)}
    order by t.due_at, t.id`.execute(db)
  return rows
}

export interface UnitDue {
  unitId: number
  name: string
  path: string
  today: number
  late: number
}

export async function unitsDue(db: Queryable, today: string, now: Date): Promise<UnitDue[]> {
  const { rows } = await sql<UnitDue>`
    select u.id as unit_id, u.name, u.path::text as path, count(*) filter (where t.due_at >= ${now})::int as today, count(*) filter (where t.due_at < ${now})::int as late
    from task t join unit u on u.id = t.unit_id
    where t.closed_at is null and t.paused_at is null and t.kind <> 'return' and t.due_at < ${endOf(today)}
    group by u.id order by u.path`.execute(db)
  return rows
}

/** Who reads the watchdog of which units that day, absent ones left out; a path for each assignment. */
export async function watchers(db: Queryable, today: string): Promise<{ officerId: number; path: string }[]> {
  const { rows } = await sql<{ officerId: number; path: string }>`
    select distinct coalesce(b.substitute_id, a.officer_id) as officer_id, u.path::text as path
    from role_assignment a
      join role_right r on r.role_id = a.role_id and r.name = ${READ_WATCH}
      join unit u on u.id = a.unit_id
      join officer o on o.id = a.officer_id and o.is_active
      left join absence b on b.officer_id = a.officer_id and b.cancelled_at is null and b.first_day <= ${today}::date and b.last_day >= ${today}::date
    where ${validOn(today, 'a')}`.execute(db)
  return rows
}

export const unitPaths = async (db: Queryable): Promise<Map<number, string>> => {
  const { rows } = await sql<{ id: number; path: string }>`select id, path::text as path from unit`.execute(db)
  return new Map(rows.map(({ id, path }) => [id, path]))
}

/** Officers who are there that day, with the unit whose calendar is theirs. */
export async function officersThere(db: Queryable, today: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; homeUnitId: number }>`
    select o.id, o.home_unit_id from officer o
    where o.is_active and not exists (select from absence b where b.officer_id = o.id and b.cancelled_at is null
      and b.first_day <= ${today}::date and b.last_day >= ${today}::date)`.execute(db)
  return new Map(rows.map(({ id, homeUnitId }) => [id, homeUnitId]))
}

const endOf = (today: string): Date => new Date(instantAt(today).getTime() + 86_400_000)
