/** Internal processes as the administrator sees them: every line with its versions, and how many dossiers run on each. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { validOn } from '#platform/validity.ts'
import { ProcessGraph } from '../graph/graph.ts'
import { longestWay } from '../graph/hours.ts'
import { structureOf } from '../graph/structure.ts'
import { stepNodes } from '../process.ts'
import { wordsOf } from './inbox.ts'

export interface ProcessLine {
  /** null: the general line. */
  procedureId: number | null
  procedureCode: string | null
  procedureName: string | null
  /** Of the line in force, or of the general one that the procedure uses. */
  version: number
  name: string
  validFrom: string
  decision: string | null
  steps: number
  hours: number
  /** Open dossiers on all versions of the line. */
  running: number
  /** The procedure has no line of its own and runs on the general one. */
  usesGeneral: boolean
}

/**
 * Without a text: the general line and every procedure's own. With one: the procedures whose code or name holds its words, whatever line they run on.
 * @param day `YYYY-MM-DD`
 */
export async function processLines(
  db: Queryable,
  filter: { text?: string; page: number; pageSize: number },
  day: string,
): Promise<{ rows: ProcessLine[]; total: number }> {
  const words = wordsOf(filter.text ?? '')
  const procedures =
    words.length === 0
      ? sql`
        select null::bigint as procedure_id, null::text as code, null::text as procedure_name
        union all
        select p.id, p.code, v.name from procedure p join lateral (${nameOf(day)}) v on true where exists (select 1 from process_binding b where b.procedure_id = p.id and b.unit_id is null)`
      : sql`
        select p.id as procedure_id, p.code, v.name as procedure_name from procedure p join lateral (${nameOf(day)}) v on true
        where p.status = 'active' ${sql.join(
          words.map((word) => sql`and (v.search_text like ${`%${word}%`} or p.code like ${`%${word}%`})`),
          sql` `,
        )}`
  const { rows } = await sql<Omit<ProcessLine, 'steps' | 'hours'> & { graph: unknown; total: number }>`
    with listed as (${procedures}),
      page as (select *, count(*) over ()::int as total from listed order by procedure_id is not null, procedure_name, code
        limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize})
    select page.procedure_id, page.code as procedure_code, page.procedure_name, x.version, x.name, x.valid_from, x.decision, x.graph,
      x.bound_procedure_id is null and page.procedure_id is not null as uses_general,
      (select count(*)::int from dossier d join process y on y.id = d.process_id
        where d.outcome is null and y.process_template_id = x.process_template_id and (page.procedure_id is null or d.procedure_id = page.procedure_id)) as running, page.total
    from page join lateral (
      select y.*, b.procedure_id as bound_procedure_id from process_binding b join process y on y.process_template_id = b.process_template_id
      where (b.procedure_id = page.procedure_id or b.procedure_id is null) and b.unit_id is null and y.status = 'published' and ${validOn(day, 'y')}
      order by b.procedure_id nulls last, y.version desc limit 1) x on true
    order by page.procedure_id is not null, page.procedure_name, page.code`.execute(db)
  return { rows: rows.map(({ graph, total: _, ...line }) => ({ ...line, ...sizeOf(graph) })), total: rows[0]?.total ?? 0 }
}

/** How many steps, and the working hours of its longest way. */
function sizeOf(stored: unknown): { steps: number; hours: number } {
  const graph = ProcessGraph.parse(stored)
  return { steps: stepNodes(graph).length, hours: longestWay(structureOf(graph))?.hours ?? 0 }
}

/** What the procedure `p` is called on the day: its version in force, else its newest. */
const nameOf = (day: string) => sql`
  select pv.name, pv.search_text from procedure_version pv where pv.procedure_id = p.id and pv.status = 'published'
  order by (pv.valid_from <= ${day} and (pv.valid_before is null or pv.valid_before > ${day})) desc, pv.number desc limit 1`

export interface ProcessVersion {
  id: number
  version: number
  name: string
  decision: string | null
  decisionDate: string | null
  validFrom: string
  validTo: string | null
  createdAt: Date
  /** Open dossiers on this version. */
  running: number
}

/** The published versions of the template a procedure is bound to everywhere, newest first; `procedureId` null: the general one. */
export async function processVersions(db: Queryable, procedureId: number | null): Promise<ProcessVersion[]> {
  const { rows } = await sql<ProcessVersion>`
    select p.id, p.version, p.name, p.decision, p.decision_date, p.valid_from, p.valid_to, p.created_at,
      (select count(*)::int from dossier d where d.process_id = p.id and d.outcome is null) as running
    from process_binding b join process p on p.process_template_id = b.process_template_id
    where b.procedure_id is not distinct from ${procedureId}::bigint and b.unit_id is null and p.status = 'published'
    order by p.version desc`.execute(db)
  return rows
}

/** The version in force on the day among a line's versions: the newest that applies. */
export const inForceOn = (versions: readonly ProcessVersion[], day: string): ProcessVersion | undefined =>
  versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day))

/** Roles a step may be given to, by name. */
export const stepRoles = (db: Queryable): Promise<{ id: number; code: string; name: string; nameEn: string }[]> =>
  db
    .selectFrom('role')
    .select(['id', 'code', 'name', 'nameEn'])
    .where('id', 'in', (eb) => eb.selectFrom('roleRight').select('roleId').where('name', '=', 'workflow.complete'))
    .orderBy('name')
    .execute()
