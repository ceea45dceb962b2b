/** The catalogue as its administrators see it: drafts and closed procedures too. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'

export type CatalogueState = 'published' | 'draft' | 'changed' | 'closed'

export interface CatalogueEntry {
  procedureId: number
  code: string
  name: string
  fieldName: string | null
  /** Between agencies only: citizens do not see it. */
  isInternal: boolean
  state: CatalogueState
  /** Suspicious findings of the draft. */
  findings: number
  publishedNumber: number | null
  validFrom: string | null
}

export interface CatalogueFilter {
  text?: string
  /** `draft`: never published; `changed`: published and a newer draft; `closed`. */
  state?: CatalogueState
  fieldId?: number
  /** Only with suspicious findings in the draft. */
  isSuspicious?: boolean
}

/** One row a procedure, by its newest version, those for citizens first; `day` (`YYYY-MM-DD`) decides what is in force. */
export async function listCatalogue(
  db: Queryable,
  filter: CatalogueFilter,
  { day, limit = 50, offset = 0 }: { day: string; limit?: number; offset?: number },
): Promise<{ items: CatalogueEntry[]; total: number }> {
  const words = searchable(filter.text ?? '')
    .split(' ')
    .filter(Boolean)
  const conditions = [
    sql`true`,
    ...words.map((word) => sql`v.search_text like ${`% ${escapeLike(word)}%`}`),
    ...(filter.fieldId ? [sql`v.field_id = ${filter.fieldId}`] : []),
    ...(filter.state ? [sql`s.state = ${filter.state}`] : []),
    ...(filter.isSuspicious ? [sql`v.status = 'draft' and v.findings <> '[]'`] : []),
  ]
  const { rows } = await sql<CatalogueEntry & { total: number }>`
    select p.id as procedure_id, p.code, v.name, l.name as field_name, p.is_internal, s.state,
      case when v.status = 'draft' then jsonb_array_length(v.findings) else 0 end as findings,
      f.number as published_number, f.valid_from, count(*) over ()::int as total
    from procedure p
      cross join lateral (select * from procedure_version n where n.procedure_id = p.id order by n.number desc limit 1) v
      left join lateral (select i.number, i.valid_from from procedure_version i where i.procedure_id = p.id and i.status = 'published'
        and i.valid_from <= ${day} and (i.valid_before is null or i.valid_before > ${day})) f on true
      left join field l on l.id = v.field_id
      cross join lateral (select case when p.status = 'closed' then 'closed' when v.status = 'published' then 'published'
        when exists (select 1 from procedure_version e where e.procedure_id = p.id and e.status = 'published') then 'changed' else 'draft' end as state) s
    where ${sql.join(conditions, sql` and `)}
    order by p.is_internal, left(v.name, 200), p.id
    limit ${limit} offset ${offset}`.execute(db)
  return { items: rows.map(({ total: _, ...entry }) => entry), total: rows[0]?.total ?? 0 }
}

export interface VersionSummary {
  id: number
  number: number
  status: 'draft' | 'published'
  validFrom: string
  validBefore: string | null
  decisionNumber: string | null
  decisionDate: string | null
  effectiveDate: string | null
  publishedOn: string | null
  findings: number
  updatedAt: Date
}

/** Newest first. */
export async function versionsOf(db: Queryable, procedureId: number): Promise<VersionSummary[]> {
  const rows = await db
    .selectFrom('procedureVersion')
    .select([
      'id',
      'number',
      'status',
      'validFrom',
      'validBefore',
      'decisionNumber',
      'decisionDate',
      'effectiveDate',
      'publishedOn',
      'updatedAt',
    ])
    .select(sql<number>`jsonb_array_length(findings)`.as('findings'))
    .where('procedureId', '=', procedureId)
    .orderBy('number', 'desc')
    .execute()
  return rows as VersionSummary[]
}

export interface Field {
  id: number
  name: string
  code: string | null
}

/** Every field of the catalogue, by name. */
export const fields = (db: Queryable): Promise<Field[]> => db.selectFrom('field').select(['id', 'name', 'code']).orderBy('name').execute()
