/** Late dossiers of the units within reach: open ones and those that were finished late, the longest late first. */
import { type RawBuilder, sql } from 'kysely'
import { permittedUnitIds, type Reading } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { instantAt } from '#platform/text/dates.ts'
import { type Apology, apologyOf } from '../apology.ts'

export interface LateFilter {
  /** The tree of this unit; absent: everything within reach. */
  unitId?: number
  which: 'all' | 'open' | 'finished'
  /** Of what was finished late: days of the finish, both included, `YYYY-MM-DD`. */
  from: string
  to: string
}

export interface LateDossier {
  id: number
  code: string
  procedureName: string
  ownerName: string
  settlingUnitId: number
  settlingUnitName: string
  receivedAt: Date
  dueAt: Date
  originalDueAt: Date
  finishedAt: Date | null
  state: string
  apology: Apology
}

const DAY_MS = 86_400_000

export async function lateDossiers(
  db: Queryable,
  reading: Reading,
  filter: LateFilter,
  page: { size: number; number: number },
): Promise<{ rows: LateDossier[]; total: number }> {
  const { rows } = await sql<LateDossier & { total: number }>`
    with late as (${await lateIds(db, reading, filter)}),
    page as (select late.*, count(*) over ()::int as total from late order by late_from, id limit ${page.size} offset ${(page.number - 1) * page.size})
    select d.id, d.code, v.name as procedure_name, o.name as owner_name, d.settling_unit_id, u.name as settling_unit_name, d.received_at, d.due_at,
      d.original_due_at, d.finished_at, d.state, ${apologyOf} as apology, page.total
    from page
      join dossier d on d.id = page.id
      join procedure_version v on v.id = d.procedure_version_id
      join party o on o.id = d.owner_id
      join unit u on u.id = d.settling_unit_id
    order by d.late_from, d.id`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

export async function countLate(db: Queryable, reading: Reading, filter: LateFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${await lateIds(db, reading, filter)}) late`.execute(db)
  return rows[0]?.count ?? 0
}

/** The condition of the list, for the page and its count alike. Stopped and withdrawn dossiers are no lateness of a result; those that ended late are those with an outcome to return. */
async function lateIds(db: Queryable, { actor, now }: Reading, filter: LateFilter): Promise<RawBuilder<unknown>> {
  const reach = await permittedUnitIds(db, actor, 'reporting.read', now)
  const inTree = filter.unitId === undefined ? undefined : await unitsUnder(db, filter.unitId)
  const unitIds = inTree ? reach.filter((id) => inTree.has(id)) : reach
  const open = sql`select id, late_from from dossier where settling_unit_id = any (${unitIds}::bigint[]) and finished_at is null and late_from <= ${now}`
  const finished = sql`select id, late_from from dossier where settling_unit_id = any (${unitIds}::bigint[]) and timeliness = 'late' and outcome in ('result', 'refused')
    and finished_at >= ${instantAt(filter.from)} and finished_at < ${new Date(instantAt(filter.to).getTime() + DAY_MS)}`
  return filter.which === 'open' ? open : filter.which === 'finished' ? finished : sql`${open} union all ${finished}`
}

async function unitsUnder(db: Queryable, unitId: number): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select u.id from unit u join unit root on root.id = ${unitId} and u.path <@ root.path`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}
