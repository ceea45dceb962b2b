/** The officer's work: what she holds, and what waits for her role. Index scans of open tasks only; never a scan of all tasks. */
import { type RawBuilder, sql } from 'kysely'
import type { StepKind } from '#modules/dossier/index.ts'
import { workPlaces } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { searchable } from '#platform/text/searchable.ts'

export const inboxLists = ['mine', 'waiting', 'all'] as const
/** `mine`: claimed by or given to the officer. `waiting`: of her roles and units, held by nobody. `all`: both. */
export type InboxList = (typeof inboxLists)[number]

export interface InboxFilter {
  list: InboxList
  /** By the step's due time. */
  standing?: 'late' | 'near' | 'within'
  kind?: StepKind
  /** As typed: every word of it is looked for in code, names and procedure. */
  text?: string
  page: number
  pageSize: number
}

export interface InboxRow {
  dossierId: number
  code: string
  taskNumber: number
  kind: StepKind
  stepName: string
  /** Held by the officer who asks; otherwise it waits. */
  isMine: boolean
  subject: string
  procedureName: string
  ownerName: string
  /** Of the unit that does the step. */
  unitPath: string
  openedAt: Date
  stepDueAt: Date
  dueAt: Date
  lateFrom: Date
  finishedAt: Date | null
}

export interface InboxCounts {
  mine: number
  waiting: number
  /** Of both lists together, by the step's due time. */
  late: number
  near: number
}

/** `nearUntil`: steps due before this instant count as near. */
export async function inboxCounts(db: Queryable, officerId: number, now: Date, nearUntil: Date): Promise<InboxCounts> {
  const { rows } = await sql<InboxCounts>`
    select count(*) filter (where is_mine)::int as mine, count(*) filter (where not is_mine)::int as waiting,
      count(*) filter (where ${standings.late(now, nearUntil)})::int as late, count(*) filter (where ${standings.near(now, nearUntil)})::int as near
    from (${await tasksIn(db, 'all', officerId, now)}) t`.execute(db)
  return rows[0] ?? { mine: 0, waiting: 0, late: 0, near: 0 }
}

/** One page of the list, soonest due first, and how many there are. */
export async function readInbox(
  db: Queryable,
  officerId: number,
  filter: InboxFilter,
  now: Date,
  nearUntil: Date,
): Promise<{ rows: InboxRow[]; total: number }> {
  const conditions = [
    filter.standing ? standings[filter.standing](now, nearUntil) : undefined,
    filter.kind && sql`t.kind = ${filter.kind}`,
    ...wordsOf(filter.text ?? '').map(
      (word) => sql`exists (select 1 from dossier d where d.id = t.dossier_id and d.search_text like ${`%${word}%`})`,
    ),
  ].filter((condition) => condition !== undefined)
  const { rows } = await sql<InboxRow & { total: number }>`
    with page as (
      select t.*, count(*) over ()::int as total from (${await tasksIn(db, filter.list, officerId, now)}) t
      where true ${sql.join(
        conditions.map((condition) => sql`and ${condition}`),
        sql` `,
      )}
      order by t.due_at, t.id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize})
    select p.dossier_id, d.code, p.number as task_number, p.kind, p.is_mine, s.name as step_name, d.subject, v.name as procedure_name, o.name as owner_name,
      u.path as unit_path, p.opened_at, p.due_at as step_due_at, d.due_at, d.late_from, d.finished_at, p.total
    from page p
      join dossier d on d.id = p.dossier_id
      join process_step s on s.id = p.step_id
      join unit u on u.id = p.unit_id
      join procedure_version v on v.id = d.procedure_version_id
      join party o on o.id = d.owner_id
    order by p.due_at, p.id`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** The words of a text as `search_text` holds them, ready for `like`. */
export const wordsOf = (text: string): string[] =>
  searchable(text)
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))

const standings = {
  late: (now: Date, _nearUntil: Date) => sql`t.due_at < ${now}`,
  near: (now: Date, nearUntil: Date) => sql`t.due_at >= ${now} and t.due_at < ${nearUntil}`,
  within: (_now: Date, nearUntil: Date) => sql`t.due_at >= ${nearUntil}`,
}

async function tasksIn(db: Queryable, list: InboxList, officerId: number, now: Date): Promise<RawBuilder<unknown>> {
  const columns = sql`t.id, t.dossier_id, t.number, t.kind, t.step_id, t.unit_id, t.opened_at, t.due_at`
  const mine = sql`select ${columns}, true as is_mine from task t where t.closed_at is null and t.assignee_id = ${officerId}`
  if (list === 'mine') return mine
  const { roleIds, unitIds } = await workPlaces(db, officerId, now)
  const waiting = sql`
    select ${columns}, false as is_mine from unnest(${roleIds}::bigint[], ${unitIds}::bigint[]) as p (role_id, unit_id)
      join task t on t.unit_id = p.unit_id and t.role_id = p.role_id and t.closed_at is null and t.assignee_id is null`
  return list === 'waiting' ? waiting : sql`${mine} union all ${waiting}`
}
