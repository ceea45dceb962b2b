/** Imports and their rows, for the report. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { FINDINGS, type Finding, type FindingCode } from '../import/findings.ts'
import type { ImportStatus, StoredMapping } from '../import/hold-import.ts'
import type { Part, Verdict } from '../import/judge.ts'

export type VerdictCounts = Record<Verdict, number>

export interface ImportSummary {
  id: number
  fileName: string
  fileHash: string
  format: 'json' | 'csv' | 'xlsx'
  columns: string[]
  mapping: StoredMapping
  status: ImportStatus
  rowCount: number
  doneCount: number
  startedAt: Date
  finishedAt: Date | null
  counts: VerdictCounts
  /** Suspicious rows that still wait for a person. */
  undecided: number
  /** Drafts of rows without findings that are not published yet. */
  unpublished: number
}

export async function getImport(db: Queryable, importId: number): Promise<ImportSummary> {
  const [found] = await imports(db, importId, 1, 0)
  return found ?? commonErrors.fail('record.not-found')
}

/** Newest first. */
export const listImports = (db: Queryable, limit = 20, offset = 0): Promise<ImportSummary[]> => imports(db, undefined, limit, offset)

async function imports(db: Queryable, id: number | undefined, limit: number, offset: number): Promise<ImportSummary[]> {
  let query = db.selectFrom('catalogueImport').selectAll().orderBy('startedAt', 'desc').orderBy('id', 'desc').limit(limit).offset(offset)
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.execute()
  if (rows.length === 0) return []
  const counted = await db
    .selectFrom('catalogueImportRow as r')
    .leftJoin('procedureVersion as v', 'v.id', 'r.procedureVersionId')
    .select(['r.catalogueImportId', 'r.verdict'])
    .select((eb) => [
      eb.fn.countAll<number>().as('rows'),
      eb.fn.countAll<number>().filterWhere('r.decision', 'is', null).as('undecided'),
      eb.fn.countAll<number>().filterWhere('v.status', '=', 'draft').as('drafts'),
    ])
    .where(
      'r.catalogueImportId',
      'in',
      rows.map((row) => row.id),
    )
    .where('r.verdict', 'is not', null)
    .groupBy(['r.catalogueImportId', 'r.verdict'])
    .execute()
  return rows.map((row) => {
    const own = counted.filter((count) => count.catalogueImportId === row.id)
    const of = (verdict: Verdict) => own.find((count) => count.verdict === verdict)
    const counts = { new: 0, changed: 0, same: 0, suspicious: 0, refused: 0 }
    for (const { verdict, rows: number } of own) if (verdict) counts[verdict as Verdict] = number
    return {
      id: row.id,
      fileName: row.fileName,
      fileHash: row.fileHash,
      format: row.format as ImportSummary['format'],
      columns: row.columns,
      mapping: row.mapping as unknown as StoredMapping,
      status: row.status as ImportStatus,
      rowCount: row.rowCount,
      doneCount: row.doneCount,
      startedAt: row.startedAt,
      finishedAt: row.finishedAt,
      counts,
      undecided: of('suspicious')?.undecided ?? 0,
      unpublished: (of('new')?.drafts ?? 0) + (of('changed')?.drafts ?? 0),
    }
  })
}

export interface ImportRow {
  id: number
  number: number
  code: string | null
  name: string | null
  verdict: Verdict
  effect: 'new' | 'changed' | 'same' | null
  findings: Finding[]
  changedParts: Part[]
  procedureId: number | null
  procedureVersionId: number | null
  decision: 'publish' | 'close' | 'reject' | null
  decisionNote: string | null
  decidedAt: Date | null
}

/** Rows in the order of the file; `finding` keeps those with that finding, `waiting` those that wait for a decision. */
export async function importRows(
  db: Queryable,
  importId: number,
  {
    verdict,
    finding,
    waiting,
    limit = 50,
    offset = 0,
  }: { verdict?: Verdict; finding?: FindingCode; waiting?: boolean; limit?: number; offset?: number } = {},
): Promise<ImportRow[]> {
  let query = db
    .selectFrom('catalogueImportRow')
    .select([
      'id',
      'number',
      'code',
      'name',
      'verdict',
      'effect',
      'findings',
      'changedParts',
      'procedureId',
      'procedureVersionId',
      'decision',
      'decisionNote',
      'decidedAt',
    ])
    .where('catalogueImportId', '=', importId)
    .where('verdict', 'is not', null)
    .orderBy('number')
    .limit(limit)
    .offset(offset)
  if (verdict) query = query.where('verdict', '=', verdict)
  if (waiting) query = query.where('verdict', '=', 'suspicious').where('decision', 'is', null)
  if (finding) query = query.where(sql<boolean>`findings @> ${JSON.stringify([{ code: finding }])}::jsonb`)
  return (await query.execute()) as unknown as ImportRow[]
}

/** How many rows of the import carry each finding, most first. */
export async function findingCounts(db: Queryable, importId: number): Promise<{ code: FindingCode; rows: number }[]> {
  const { rows } = await sql<{ code: string; rows: number }>`
    select f ->> 'code' as code, count(distinct r.id)::int as rows
    from catalogue_import_row r, jsonb_array_elements(r.findings) f
    where r.catalogue_import_id = ${importId}
    group by 1 order by 2 desc, 1`.execute(db)
  return rows.flatMap(({ code, rows: number }) => (code in FINDINGS ? [{ code: code as FindingCode, rows: number }] : []))
}

/** Rows as they came, before anything was judged; to show what a column holds. */
export async function stagedRows(db: Queryable, importId: number, limit: number): Promise<unknown[]> {
  const rows = await db
    .selectFrom('catalogueImportRow')
    .select('payload')
    .where('catalogueImportId', '=', importId)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(({ payload }) => payload)
}
