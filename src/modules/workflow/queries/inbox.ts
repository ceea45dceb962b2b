/** The officer's work: what she holds, and what waits for her role. Index scans of open tasks only; never a scan of all tasks. */
import { type RawBuilder, sql } from 'kysely'
import { calendarVersion } from '#modules/calendar/index.ts'
import type { TaskKind } from '#modules/dossier/index.ts'
import { substitutedBy, workPlaces } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { milliseconds } from '#platform/instants.ts'
import { prepared } from '#platform/prepared.ts'
import { localDate } from '#platform/text/dates.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'

export const inboxLists = ['mine', 'waiting', 'all'] as const
/** `mine`: claimed by or given to the officer, or to somebody absent she stands in for. `waiting`: of her roles and units, held by nobody. `all`: both. */
export type InboxList = (typeof inboxLists)[number]

export interface InboxFilter {
  list: InboxList
  /** By the step's due time. */
  standing?: 'late' | 'near' | 'within'
  kind?: TaskKind
  /** Steps done by this unit or one below it. */
  unitId?: number
  /** As typed: every word of it is looked for in code, names and procedure. */
  text?: string
  page: number
  pageSize: number
}

export interface InboxRow {
  dossierId: number
  code: string
  taskNumber: number
  stepName: string
  /** Held by the officer who asks or by somebody she stands in for; otherwise it waits. */
  isMine: boolean
  /** Whose work it is, where she stands in for somebody absent. */
  standsInFor: string | null
  procedureName: string
  ownerName: string
  /** Of the unit that does the step. */
  unitPath: string
  openedAt: Date
  stepDueAt: Date
  dueAt: Date
  /** null while the clock stands still. */
  lateFrom: Date | null
  /** Since when the step's clock stands still. */
  pausedAt: Date | null
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
  const counts = await countWork(db, { officerId, today: localDate(now), now, nearUntil }).first()
  return counts ?? { mine: 0, waiting: 0, late: 0, near: 0 }
}

export interface Inbox {
  /** One page, soonest due first; made from the text at each look. */
  readonly rows: InboxRow[]
  /** The same as it came, for who only wants to know whether the rows are what they were. */
  rowsAsText: string
  /** How many fit the filter. */
  total: number
  /** Of all her work, whatever the filter. */
  counts: InboxCounts
  /** For `calendarReader`: how long is left is counted by the calendar of the same moment. */
  calendarVersion: string
}

/**
 * In one statement, because officers open it all day; its rows travel as one JSON value, with instants in milliseconds, which costs less on both sides than rows and columns.
 */
export async function readInbox(db: Queryable, officerId: number, filter: InboxFilter, now: Date, nearUntil: Date): Promise<Inbox> {
  const { page, pageSize } = filter
  const row = await readWork(db, {
    officerId,
    today: localDate(now),
    now,
    nearUntil,
    ...fittingOf(filter, now, nearUntil),
    pageSize,
    offset: (page - 1) * pageSize,
  }).first()
  if (!row) throw new Error('A count is always one row')
  const { tasks, total, calendarVersion: version, ...counts } = row
  const rowsAsText = tasks ?? '[]'
  return {
    get rows() {
      return (JSON.parse(rowsAsText) as StoredRow[]).map(inboxRow)
    },
    rowsAsText,
    total,
    counts,
    calendarVersion: version,
  }
}

/** How much of the officer's work fits the filter. */
export async function countFitting(db: Queryable, officerId: number, filter: FilterOnly, now: Date, nearUntil: Date): Promise<number> {
  const row = await countFits(db, { officerId, today: localDate(now), ...fittingOf(filter, now, nearUntil) }).first()
  return row?.total ?? 0
}

type FilterOnly = Omit<InboxFilter, 'page' | 'pageSize'>

const fittingOf = ({ list, standing, kind, unitId, text = '' }: FilterOnly, now: Date, nearUntil: Date): Fitting => ({
  list,
  dueFrom: standing === 'near' ? now : standing === 'within' ? nearUntil : '-infinity',
  dueBefore: standing === 'late' ? now : standing === 'near' ? nearUntil : 'infinity',
  isStanding: standing === 'late' || standing === 'near',
  kind: kind ?? null,
  unitId: unitId ?? null,
  patterns: wordsOf(text).map((word) => `%${word}%`),
})

/** The words of a text as `search_text` holds them, ready for `like`. */
export const wordsOf = (text: string): string[] =>
  searchable(text)
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => escapeLike(word))

/** As text, whatever it is: PostgreSQL makes an array of one kind into JSON in half the time. */
type StoredRow = [
  dossierId: string,
  code: string,
  taskNumber: string,
  stepName: string,
  isMine: string,
  procedureName: string,
  ownerName: string,
  unitPath: string,
  stepDueAt: string,
  dueAt: string,
  lateFrom: string | null,
  finishedAt: string | null,
  standsInFor: string | null,
  pausedAt: string | null,
  openedAt: string,
]

const inboxRow = (row: StoredRow): InboxRow => {
  const [
    dossierId,
    code,
    taskNumber,
    stepName,
    isMine,
    procedureName,
    ownerName,
    unitPath,
    stepDueAt,
    dueAt,
    lateFrom,
    finishedAt,
    standsInFor,
    pausedAt,
    openedAt,
  ] = row
  return {
    dossierId: Number(dossierId),
    code,
    taskNumber: Number(taskNumber),
    stepName,
    isMine: isMine === 'true',
    standsInFor,
    procedureName,
    ownerName,
    unitPath,
    openedAt: instantOf(openedAt),
    stepDueAt: instantOf(stepDueAt),
    dueAt: instantOf(dueAt),
    lateFrom: lateFrom === null ? null : instantOf(lateFrom),
    pausedAt: pausedAt === null ? null : instantOf(pausedAt),
    finishedAt: finishedAt === null ? null : instantOf(finishedAt),
  }
}

const instantOf = (text: string): Date => new Date(Number(text))

interface Whose {
  officerId: number
  today: string
}

interface Clock {
  now: Date
  nearUntil: Date
}

interface Fitting {
  list: InboxList
  dueFrom: Date | '-infinity'
  dueBefore: Date | 'infinity'
  isStanding: boolean
  kind: TaskKind | null
  unitId: number | null
  /** For `like`, each of which must fit. */
  patterns: string[]
}

interface Asked extends Whose, Clock, Fitting {
  pageSize: number
  offset: number
}

const COLUMNS = sql`t.id, t.dossier_id, t.number, t.kind, t.name, t.unit_id, t.due_at, t.paused_at, t.opened_at`

/** Every open task the officer holds, works for somebody absent, or may claim. */
const work = ({ officerId, today }: Whose): RawBuilder<unknown> => sql`
  select ${COLUMNS}, true as is_mine, null::bigint as absent_id from task t where t.closed_at is null and t.assignee_id = ${officerId}
  union all
  select ${COLUMNS}, true as is_mine, away.officer_id as absent_id from ${substitutedBy(officerId, today)} away
    join task t on t.assignee_id = away.officer_id and t.closed_at is null
  union all
  select ${COLUMNS}, false as is_mine, null::bigint as absent_id from ${workPlaces(officerId, today)} p
    join task t on t.unit_id = p.unit_id and t.role_id = p.role_id and t.closed_at is null and t.assignee_id is null`

const counted = ({ now, nearUntil }: Clock) => sql`
  count(*) filter (where t.is_mine)::int as mine, count(*) filter (where not t.is_mine)::int as waiting,
  count(*) filter (where t.due_at < ${now} and t.paused_at is null)::int as late,
  count(*) filter (where t.due_at >= ${now} and t.due_at < ${nearUntil} and t.paused_at is null)::int as near`

/** Which of the rows of `work` fit the filter. */
const fits = (given: Fitting) => sql`
  (${given.list}::text = 'all' or t.is_mine = (${given.list}::text = 'mine')) and t.due_at >= ${given.dueFrom} and t.due_at < ${given.dueBefore}
    -- what stands still is neither late nor near
    and (t.paused_at is null or not ${given.isStanding}::boolean)
    and (${given.kind}::text is null or t.kind = ${given.kind})
    and (${given.unitId}::bigint is null
      or exists (select 1 from unit u join unit above on u.path <@ above.path where u.id = t.unit_id and above.id = ${given.unitId}::bigint))
    and (cardinality(${given.patterns}::text[]) = 0
      or exists (select 1 from dossier d where d.id = t.dossier_id and d.search_text like all (${given.patterns}::text[])))`

const countFits = prepared(
  (_db, given: Whose & Fitting) => sql<{ total: number }>`select count(*)::int as total from (${work(given)}) t where ${fits(given)}`,
)

const countWork = prepared((_db, given: Whose & Clock) => sql<InboxCounts>`select ${counted(given)} from (${work(given)}) t`)

const readWork = prepared(
  (_db, given: Asked) => sql<InboxCounts & { total: number; tasks: string | null; calendarVersion: string }>`
    with work as materialized (${work(given)}),
      fitting as materialized (
        select t.* from work t where ${fits(given)}),
      page as (select * from fitting t order by t.due_at, t.id limit ${given.pageSize} offset ${given.offset})
    select ${counted(given)}, (select count(*)::int from fitting) as total, ${calendarVersion} as calendar_version, (
      select json_agg(array[p.dossier_id::text, d.code, p.number::text, p.name, p.is_mine::text, v.name, o.name, u.path::text, ${milliseconds('p.due_at')}::text, ${milliseconds('d.due_at')}::text,
          ${milliseconds('d.late_from')}::text, ${milliseconds('d.finished_at')}::text, absent.full_name, ${milliseconds('p.paused_at')}::text, ${milliseconds('p.opened_at')}::text] order by p.due_at, p.id)
      from page p
        join dossier d on d.id = p.dossier_id
        join unit u on u.id = p.unit_id
        join procedure_version v on v.id = d.procedure_version_id
        join party o on o.id = d.owner_id
        left join officer absent on absent.id = p.absent_id)::text as tasks
    from work t`,
)
