/** What the watchdog finds now. The list and every figure run the same conditions (`conditions.ts`). */
import { type RawBuilder, sql } from 'kysely'
import { subtractWorkingMinutes, unitCalendars } from '#modules/calendar/index.ts'
import { permittedUnitIds } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { conditions, type FoundColumns } from '../conditions.ts'
import { FINDING_KINDS, type Finding, type FindingKind } from '../finding.ts'
import { whyUnmanned } from '../manned.ts'

export const READ_WATCH = 'watch.read'

export interface FindingFilter {
  kind?: FindingKind
  page: number
  pageSize: number
}

export interface FindingList {
  /** The oldest first. */
  rows: Finding[]
  total: number
}

/** Of the units whose watchdog the actor may read. */
export async function findingsFor(
  db: Queryable,
  { actor, now }: { actor: Actor; now: Date },
  { kind, page, pageSize }: FindingFilter,
): Promise<FindingList> {
  const unitIds = await permittedUnitIds(db, actor, READ_WATCH, now)
  const all = await everything(db, now, kind ? [kind] : FINDING_KINDS)
  const { rows } = await sql<Finding & { total: number }>`
    ${all},
    page as (
      select found.*, count(*) over ()::int as total from found where found.unit_id = any (${unitIds}::bigint[])
      order by found.since, found.kind, found.dossier_id, found.task_number, found.message_id
      limit ${pageSize} offset ${(page - 1) * pageSize})
    select f.kind, f.dossier_id, d.code, d.state, f.task_number, t.name as step_name, h.full_name as holder_name, f.message_id, m.kind as message_kind,
      f.unit_id, coalesce(u.short_name, u.name) as unit_name, f.since, f.why, f.total
    from page f
      join dossier d on d.id = f.dossier_id
      join unit u on u.id = f.unit_id
      left join task t on t.dossier_id = f.dossier_id and t.number = f.task_number
      left join officer h on h.id = t.assignee_id
      left join outgoing_message m on m.id = f.message_id
    order by f.since, f.kind, f.dossier_id, f.task_number, f.message_id`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export interface FindingCount {
  kind: FindingKind
  unitId: number
  count: number
}

/** Of the whole installation, by kind and unit. */
export async function countFindings(db: Queryable, now: Date): Promise<FindingCount[]> {
  const { rows } = await sql<FindingCount>`
    ${await everything(db, now, FINDING_KINDS)}
    select kind, unit_id, count(*)::int as count from found group by kind, unit_id`.execute(db)
  return rows
}

/** `with …, found as (…)` of the conditions. */
async function everything(db: Queryable, now: Date, kinds: readonly FindingKind[]): Promise<RawBuilder<FoundColumns>> {
  const today = localDate(now)
  const { unitIds, twoHours, eightHours } = await patienceOf(db, now)
  return sql<FoundColumns>`
    with patience as (
        select * from unnest(${unitIds}::bigint[], ${twoHours}::timestamptz[], ${eightHours}::timestamptz[]) p (unit_id, two_hours_ago, eight_hours_ago)),
      post as materialized (
        select distinct t.role_id, t.unit_id, t.assignee_id, u.path, u.valid_to
        from task t join unit u on u.id = t.unit_id
        where t.closed_at is null and t.role_id is not null),
      unmanned as materialized (
        select judged.role_id, judged.unit_id, judged.assignee_id, judged.why
        from (select post.*, ${whyUnmanned(today)} as why from post) judged where judged.why is not null),
      found as materialized (
        ${sql.join(
          kinds.map((kind) => conditions[kind]({ now, today })),
          sql` union all `,
        )})`
}

/** For each unit the moments that lie two and eight working hours back; most units share one calendar, which is counted once. */
async function patienceOf(db: Queryable, now: Date) {
  const units = await db.selectFrom('unit').select('id').orderBy('id').execute()
  const unitIds = units.map(({ id }) => id)
  const calendars = await unitCalendars(db, unitIds)
  const known = new Map<object, { two: Date; eight: Date }>()
  const moments = unitIds.map((id) => {
    const calendar = calendars(id)
    const moment = known.get(calendar) ?? {
      two: subtractWorkingMinutes(calendar, now, TWO_HOURS),
      eight: subtractWorkingMinutes(calendar, now, EIGHT_HOURS),
    }
    known.set(calendar, moment)
    return moment
  })
  return { unitIds, twoHours: moments.map(({ two }) => two), eightHours: moments.map(({ eight }) => eight) }
}

/** Working minutes: to alert the desk of a filing, and to acknowledge a leg (domain.md §2.5). */
const TWO_HOURS = 120
const EIGHT_HOURS = 480
