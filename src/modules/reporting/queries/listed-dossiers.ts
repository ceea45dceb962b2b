/** The dossiers behind a figure: the same conditions as the figure's count. */
import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { countsFor, type Measure, type Total } from '../measures.ts'
import { type Grouping, inScope, keyIs, type Scope } from './figures.ts'

export interface ListedDossier {
  code: string
  procedureName: string
  settlingUnitName: string
  channel: string
  state: string
  receivedAt: Date
  dueAt: Date
  lateFrom: Date
  finishedAt: Date | null
  timeliness: 'early' | 'on-time' | 'late' | null
}

export interface Behind {
  measure: Measure | Total
  /** One row of a grouping; left out: the whole scope. */
  row?: { grouping: Grouping; key: number | null }
}

/** No names of applicants: a figure opens to codes; who may read the dossier opens it from there. */
export async function dossiersBehind(
  db: Queryable,
  scope: Scope,
  behind: Behind,
  page: { number: number; size: number },
): Promise<{ rows: ListedDossier[]; total: number }> {
  const { rows } = await sql<ListedDossier & { total: number }>`
    with page as (
      select f.id, count(*) over ()::int as total from dossier_fact f where ${condition(scope, behind)}
      order by f.received_at desc, f.id desc limit ${page.size} offset ${(page.number - 1) * page.size})
    select p.code, v.name as procedure_name, u.name as settling_unit_name, p.channel, p.state, p.received_at, p.due_at, p.late_from, p.finished_at, p.timeliness, page.total
    from page
      join dossier_fact p on p.id = page.id
      join procedure_fact v on v.version_id = p.procedure_version_id
      join unit u on u.id = p.settling_unit_id
    order by p.received_at desc, p.id desc`.execute(db)
  return { rows, total: rows[0]?.total ?? (page.number > 1 ? await countBehind(db, scope, behind) : 0) }
}

export async function countBehind(db: Queryable, scope: Scope, behind: Behind): Promise<number> {
  const { rows } = await sql<{
    total: number
  }>`select count(*)::int as total from dossier_fact f where ${condition(scope, behind)}`.execute(db)
  return rows[0]?.total ?? 0
}

const condition = (scope: Scope, { measure, row }: Behind): RawBuilder<boolean> =>
  sql`${inScope(scope)} and ${countsFor(measure, scope.span)} ${row ? sql`and ${keyIs[row.grouping](row.key, scope.unitId)}` : sql``}`
