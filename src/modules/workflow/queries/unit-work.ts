/** Việc của đơn vị: every open task of the units whose work the officer may reassign, whoever holds it; for leaders. */
import { sql } from 'kysely'
import { permittedUnitIds } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { type InboxFilter, wordsOf } from './inbox.ts'

export const REASSIGN = 'workflow.reassign'

export interface UnitWorkFilter extends Pick<InboxFilter, 'standing' | 'kind' | 'text' | 'page' | 'pageSize'> {
  /** An officer's id, or `nobody`. */
  holder?: number | 'nobody'
}

export interface UnitWorkRow {
  dossierId: number
  code: string
  taskNumber: number
  stepName: string
  procedureName: string
  ownerName: string
  unitName: string
  unitPath: string
  holderName: string | null
  /** Of the holder, today. */
  isHolderAway: boolean
  openedAt: Date
  stepDueAt: Date
  pausedAt: Date | null
}

export interface UnitWork {
  /** One page, soonest due first. */
  rows: UnitWorkRow[]
  total: number
  /** Those who hold something there, with how much; `officerId` null: held by nobody. */
  holders: { officerId: number | null; fullName: string | null; openTasks: number }[]
}

/** Steps due before `nearUntil` count as near. */
export async function readUnitWork(
  db: Queryable,
  { actor, now, nearUntil }: { actor: Actor; now: Date; nearUntil: Date },
  { standing, kind, text = '', holder, page, pageSize }: UnitWorkFilter,
): Promise<UnitWork> {
  const unitIds = await permittedUnitIds(db, actor, REASSIGN, now)
  const today = localDate(now)
  const conditions = [
    sql`t.closed_at is null and t.unit_id = any (${unitIds}::bigint[])`,
    ...(standing === 'late' ? [sql`t.due_at < ${now} and t.paused_at is null`] : []),
    ...(standing === 'near' ? [sql`t.due_at >= ${now} and t.due_at < ${nearUntil} and t.paused_at is null`] : []),
    ...(standing === 'within' ? [sql`t.due_at >= ${nearUntil}`] : []),
    ...(kind ? [sql`t.kind = ${kind}`] : []),
    ...(holder === 'nobody' ? [sql`t.assignee_id is null`] : holder === undefined ? [] : [sql`t.assignee_id = ${holder}`]),
    ...wordsOf(text).map((word) => sql`exists (select from dossier d where d.id = t.dossier_id and d.search_text like ${`%${word}%`})`),
  ]
  const where = sql.join(conditions, sql` and `)
  const [{ rows }, { rows: counts }, { rows: holders }] = await Promise.all([
    sql<UnitWorkRow>`
      with page as (select t.* from task t where ${where} order by t.due_at, t.id limit ${pageSize} offset ${(page - 1) * pageSize})
      select p.dossier_id, d.code, p.number as task_number, v.name as procedure_name, o.name as owner_name, u.name as unit_name, u.path::text as unit_path,
        h.full_name as holder_name, p.opened_at, p.due_at as step_due_at, p.paused_at,
        p.name as step_name,
        exists (select from absence b where b.officer_id = h.id and b.cancelled_at is null
          and b.first_day <= ${today}::date and b.last_day >= ${today}::date) as is_holder_away
      from page p
        join dossier d on d.id = p.dossier_id
        join unit u on u.id = p.unit_id
        join procedure_version v on v.id = d.procedure_version_id
        join party o on o.id = d.owner_id
        left join officer h on h.id = p.assignee_id
      order by p.due_at, p.id`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from task t where ${where}`.execute(db),
    sql<UnitWork['holders'][number]>`
      select h.id as officer_id, h.full_name, count(*)::int as open_tasks
      from task t left join officer h on h.id = t.assignee_id
      where t.closed_at is null and t.unit_id = any (${unitIds}::bigint[])
      group by h.id order by h.id is not null, h.full_name, h.id limit 300`.execute(db),
  ])
  return { rows, total: counts[0]?.total ?? 0, holders }
}
