/** Which template each procedure runs on at each unit: tens of thousands of rows, found by words of the procedure or the unit. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import type { LaneFill } from '../bindings.ts'
import { wordsOf } from './inbox.ts'

export interface BindingLine {
  id: number
  /** null: every procedure. */
  procedureCode: string | null
  procedureName: string | null
  /** null: every settling unit. */
  unitName: string | null
  templateId: number
  templateName: string
  /** Lanes that are filled otherwise than the template says. */
  filledLanes: number
}

export interface BindingFilter {
  text?: string
  unitId?: number
  templateId?: number
  page: number
  pageSize: number
}

/** Counting more would cost more than it tells. */
export const MAX_BINDINGS_COUNTED = 1_000

/** `total` stops at `MAX_BINDINGS_COUNTED`, and then `isMore`. */
export async function listBindings(
  db: Queryable,
  { text = '', unitId, templateId, page, pageSize }: BindingFilter,
): Promise<{ rows: BindingLine[]; total: number; isMore: boolean }> {
  const words = wordsOf(text)
  const conditions = [
    sql`true`,
    ...(unitId === undefined ? [] : [sql`b.unit_id = ${unitId}`]),
    ...(templateId === undefined ? [] : [sql`b.process_template_id = ${templateId}`]),
    // Each word stands in the procedure's words or in the unit's name.
    ...words.map(
      (word) => sql`(
        b.procedure_id in (select v.procedure_id from procedure_version v where v.status = 'published' and v.search_text like ${`%${word}%`})
        or b.unit_id in (select u.id from unit u where u.search_name like ${`%${word}%`}))`,
    ),
  ]
  const where = sql.join(conditions, sql` and `)
  const [{ rows }, { rows: counts }] = await Promise.all([
    sql<BindingLine>`
      with page as (select b.* from process_binding b where ${where} order by b.id limit ${pageSize} offset ${(page - 1) * pageSize})
      select b.id, p.code as procedure_code, v.name as procedure_name, u.name as unit_name, t.id as template_id, t.name as template_name,
        (select count(*)::int from jsonb_object_keys(b.lanes)) as filled_lanes
      from page b
        join process_template t on t.id = b.process_template_id
        left join procedure p on p.id = b.procedure_id
        left join unit u on u.id = b.unit_id
        left join lateral (select name from procedure_version where procedure_id = b.procedure_id and status = 'published' order by number desc limit 1) v on true
      order by b.id`.execute(db),
    sql<{ total: number }>`
      select count(*)::int as total from (select 1 from process_binding b where ${where} limit ${MAX_BINDINGS_COUNTED + 1}) as counted`.execute(
      db,
    ),
  ])
  const total = counts[0]?.total ?? 0
  return { rows, total: Math.min(total, MAX_BINDINGS_COUNTED), isMore: total > MAX_BINDINGS_COUNTED }
}

export interface Binding {
  id: number
  procedureId: number | null
  procedureCode: string | null
  procedureName: string | null
  unitId: number | null
  unitName: string | null
  templateId: number
  lanes: Record<string, LaneFill>
  /** Of the officers its lanes name, by id. */
  usernames: Record<string, string>
}

/** @throws AppError `record.not-found` */
export async function getBinding(db: Queryable, id: number): Promise<Binding> {
  const { rows } = await sql<Binding>`
    select b.id, b.procedure_id, p.code as procedure_code, v.name as procedure_name, b.unit_id, u.name as unit_name, b.process_template_id as template_id, b.lanes,
      coalesce((select json_object_agg(o.id, o.username) from officer o
        where o.id in (select (fill.value ->> 'officerId')::bigint from jsonb_each(b.lanes) fill)), '{}') as usernames
    from process_binding b
      left join procedure p on p.id = b.procedure_id
      left join unit u on u.id = b.unit_id
      left join lateral (select name from procedure_version where procedure_id = b.procedure_id and status = 'published' order by number desc limit 1) v on true
    where b.id = ${id}`.execute(db)
  return rows[0] ?? commonErrors.fail('record.not-found')
}

export interface TemplateChoice {
  id: number
  name: string
  /** Of the newest published version; its lanes are what a binding may fill. */
  processId: number
  version: number
}

/** Templates that have a published version, by name. */
export async function templateChoices(db: Queryable): Promise<TemplateChoice[]> {
  const { rows } = await sql<TemplateChoice>`
    select t.id, t.name, p.id as process_id, p.version from process_template t
      join lateral (select id, version from process where process_template_id = t.id and status = 'published' order by version desc limit 1) p on true
    order by t.name, t.id`.execute(db)
  return rows
}
