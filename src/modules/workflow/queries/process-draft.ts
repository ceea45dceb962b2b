/** A version of a process that is being drawn. A template has one draft at most. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { ProcessGraph } from '../graph/graph.ts'
import { hoursOfLimit } from '../process-rules.ts'
import { type LegalLimit, limitsOn, shortest } from './legal-limits.ts'

export interface ProcessDraft {
  processId: number
  templateId: number
  version: number
  name: string
  graph: ProcessGraph
  /** Goes up with each save; a save says which one it saw. */
  revision: number
  canUndo: boolean
  canRedo: boolean
  savedAt: Date
  savedBy: string | null
  /** The template is bound when this version is published. */
  isFirst: boolean
}

/** The draft of the line that a procedure has of its own (null: the general line), also of one that is not yet in force. */
export async function findDraft(db: Queryable, procedureId: number | null): Promise<ProcessDraft | undefined> {
  const { rows } = await sql<Omit<ProcessDraft, 'graph'> & { graph: unknown }>`
    select p.id as process_id, p.process_template_id as template_id, p.version, p.name, p.graph, p.revision, d.is_first, d.saved_at, o.full_name as saved_by,
      exists (select 1 from process_drawing g where g.process_draft_id = d.id and g.step = d.step - 1) as can_undo,
      exists (select 1 from process_drawing g where g.process_draft_id = d.id and g.step = d.step + 1) as can_redo
    from process_draft d join process p on p.id = d.process_id left join officer o on o.id = d.saved_by_id
    where (d.is_first and d.procedure_id is not distinct from ${procedureId}::bigint)
      or (not d.is_first and p.process_template_id = (select b.process_template_id from process_binding b
        where b.procedure_id is not distinct from ${procedureId}::bigint and b.unit_id is null))
    order by d.is_first limit 1`.execute(db)
  const [row] = rows
  return row && { ...row, graph: ProcessGraph.parse(row.graph) }
}

/** The shortest legal limit of the procedures that a line is for: those its template is bound to, and `procedureId`. Nothing where the law gives no number. */
export async function legalLimitOfLine(
  db: Queryable,
  line: { procedureId: number | null; templateId?: number },
  day: string,
): Promise<LegalLimit | undefined> {
  const { rows } = await sql<{ procedureId: number }>`
    select distinct procedure_id from process_binding where process_template_id = ${line.templateId ?? null}::bigint and procedure_id is not null`.execute(
    db,
  )
  const bound = new Set([...rows.map(({ procedureId }) => procedureId), ...(line.procedureId === null ? [] : [line.procedureId])])
  if (bound.size === 0) return undefined
  const [only] = bound
  const limits = await limitsOn(db, day, bound.size === 1 ? only : undefined)
  return shortest(limits.filter(({ procedureId }) => bound.has(procedureId)))
}

/** Working hours of it, for the check list. */
export const legalHours = (limit: LegalLimit | undefined): number | undefined => limit && hoursOfLimit(limit)

export interface PublishPreview {
  /** Open dossiers that finish on the version they were received under. */
  staying: { version: number; dossiers: number }[]
  /** Filed and not yet received: they will be received under the new version. */
  moving: number
  /** Procedures that run on the template. */
  procedures: number
}

/** What would happen if the draft were published now. */
export async function publishPreview(
  db: Queryable,
  { templateId, isFirst }: ProcessDraft,
  procedureId: number | null,
): Promise<PublishPreview> {
  const [staying, moving, procedures] = await Promise.all([
    sql<{ version: number; dossiers: number }>`
      select p.version, count(*)::int as dossiers from dossier d join process p on p.id = d.process_id
      where p.process_template_id = ${templateId} and d.outcome is null group by p.version order by p.version desc`.execute(db),
    sql<{ dossiers: number }>`
      select count(*)::int as dossiers from dossier d
        cross join lateral (select b.process_template_id, b.procedure_id from process_binding b
          where (b.procedure_id = d.procedure_id or b.procedure_id is null) and (b.unit_id = d.settling_unit_id or b.unit_id is null)
          order by b.procedure_id nulls last, b.unit_id nulls last limit 1) b
      where d.received_at is null and d.outcome is null
        and (b.process_template_id = ${templateId} or (${isFirst}::boolean and b.procedure_id is null and d.procedure_id = ${procedureId}::bigint))`.execute(
      db,
    ),
    sql<{ procedures: number }>`
      select count(distinct procedure_id)::int as procedures from process_binding where process_template_id = ${templateId}`.execute(db),
  ])
  return {
    staying: staying.rows,
    moving: moving.rows[0]?.dossiers ?? 0,
    procedures: (procedures.rows[0]?.procedures ?? 0) + (isFirst && procedureId !== null ? 1 : 0),
  }
}
