/** One batch of an import: read the rows, look up what is stored, judge, keep drafts, write each row's verdict. */
import { sql } from 'kysely'
import type { Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import type { ProcedureRecord } from '../schemas.ts'
import { type Draft, storeDrafts } from '../store-drafts.ts'
import { codeOf, findExisting, findHeldHashes } from './find-existing.ts'
import { type Finding, isSuspicious } from './findings.ts'
import type { StoredMapping } from './hold-import.ts'
import { type Existing, hashParts, type Judgement, judge, recordHash } from './judge.ts'
import { mapRow } from './map-row.ts'
import { type ParsedRecord, parseRecord } from './parse-record.ts'

interface Import {
  id: number
  format: string
  mapping: StoredMapping
}

interface Row {
  id: number
  number: number
  parsed: ParsedRecord
  judgement?: Judgement
  procedureId?: number
  versionId?: number
}

/** Judges at most `atMost` rows that have no verdict; returns how many. */
export async function judgeRows({ tx, now }: Work, held: Import, atMost: number): Promise<number> {
  const rows = await readRows(tx, held, atMost)
  if (rows.length === 0) return 0
  await refuseRepeated(tx, held.id, rows)
  const records = rows.flatMap(({ parsed }) => parsed.record ?? [])
  const existing = await findExisting(tx, records)
  const heldHashes = await findHeldHashes(
    tx,
    held.id,
    rows.filter(isDamaged).map(({ parsed }) => (parsed.record ? recordHash(hashParts(parsed.record)) : '')),
  )
  for (const row of rows) {
    const { record } = row.parsed
    const found = record && existing.get(codeOf(record))
    const hash = record && isDamaged(row) ? recordHash(hashParts(record)) : undefined
    // A damaged code is a guess, so it must not be taken for the procedure that really has that code.
    row.judgement = judge(isDamaged(row) ? undefined : found, row.parsed, hash !== undefined && heldHashes.has(hash))
    if (!isDamaged(row) && found) {
      row.procedureId = found.procedureId
      if (row.judgement.effect === 'same') row.versionId = found.newest?.id
    }
  }
  await keepDrafts(tx, rows, existing, now)
  await writeVerdicts(tx, rows)
  return rows.length
}

async function readRows(tx: Transaction, held: Import, atMost: number): Promise<Row[]> {
  const rows = await tx
    .selectFrom('catalogueImportRow')
    .select(['id', 'number', 'payload'])
    .where('catalogueImportId', '=', held.id)
    .where('verdict', 'is', null)
    .orderBy('number')
    .limit(atMost)
    .execute()
  return rows.map(({ id, number, payload }) => ({
    id,
    number,
    parsed: parseRecord(held.format === 'json' ? payload : mapRow(payload as Record<string, string>, held.mapping.columns, held.mapping)),
  }))
}

/** The same procedure twice in one file: the first row counts, the second is refused and says where the first is. */
async function refuseRepeated(tx: Transaction, importId: number, rows: Row[]): Promise<void> {
  const codes = rows.flatMap(({ parsed }) => (parsed.record && parsed.seen.code) ?? [])
  const earlier = await tx
    .selectFrom('catalogueImportRow')
    .select(['code', 'number'])
    .where('catalogueImportId', '=', importId)
    .where('verdict', 'is not', null)
    .where('verdict', '<>', 'refused')
    .where('code', '=', sql<string>`any(${codes}::text[])`)
    .execute()
  const first = new Map(earlier.map(({ code, number }) => [code, number]))
  for (const { number, parsed } of rows) {
    const { code } = parsed.seen
    if (!parsed.record || !code) continue
    const at = first.get(code)
    if (at === undefined) first.set(code, number)
    else {
      parsed.findings.push({ code: 'row.repeated', seen: String(at) })
      delete parsed.record
    }
  }
}

const isDamaged = ({ parsed }: Row): boolean => parsed.findings.some(({ code }) => code === 'code.damaged')

async function keepDrafts(tx: Transaction, rows: Row[], existing: Map<string, Existing>, now: Date): Promise<void> {
  const changing = rows
    .filter((row) => row.judgement?.effect === 'new' || row.judgement?.effect === 'changed')
    .filter((row) => !isDamaged(row))
  await makeProcedures(
    tx,
    changing.filter((row) => row.procedureId === undefined),
    now,
  )
  for (const row of changing)
    if (row.judgement?.verdict === 'changed' && row.judgement.changedParts.includes('identity') && row.procedureId)
      await keepIdentity(tx, row.procedureId, recordOf(row.parsed))
  const drafts = changing.map((row): Draft => draftOf(row, existing, now))
  const versionIds = await storeDrafts(tx, drafts, now)
  for (const [index, row] of changing.entries()) row.versionId = versionIds[index]
}

async function makeProcedures(tx: Transaction, rows: Row[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const records = rows.map(({ parsed }) => recordOf(parsed))
  const stored = await tx
    .insertInto('procedure')
    .values(records.map((record) => procedureRow(record, now)))
    .returning(['id', 'code'])
    .execute()
  const idOf = new Map(stored.map(({ id, code }) => [code, id]))
  for (const row of rows) row.procedureId = idOf.get(codeOf(recordOf(row.parsed)))
}

export const procedureRow = (record: ProcedureRecord, now: Date) => ({
  nationalCode: record.nationalCode,
  localCodes: record.localCodes,
  servedBy: record.servedBy,
  isInternal: record.isInternal,
  isNonTerritorial: record.isNonTerritorial,
  createdAt: now,
})

/** Facts of the procedure itself that a changed record tells anew. Local codes are only added: papers already printed carry the old ones. */
export async function keepIdentity(tx: Transaction, procedureId: number, record: ProcedureRecord): Promise<void> {
  await tx
    .updateTable('procedure')
    .set({
      localCodes: sql<
        string[]
      >`local_codes || array(select code from unnest(${record.localCodes}::text[]) as code where code <> all (local_codes))`,
      servedBy: record.servedBy,
      isInternal: record.isInternal,
      isNonTerritorial: record.isNonTerritorial,
    })
    .where('id', '=', procedureId)
    .execute()
}

function draftOf(row: Row, existing: Map<string, Existing>, now: Date): Draft {
  const record = recordOf(row.parsed)
  const newest = existing.get(codeOf(record))?.newest
  const today = localDate(now)
  if (row.procedureId === undefined) throw new Error(`Row ${row.number} has no procedure`)
  return {
    procedure: { id: row.procedureId, nationalCode: record.nationalCode, localCodes: record.localCodes },
    number: newest ? newest.number + (newest.status === 'draft' ? 0 : 1) : 1,
    validFrom: startOf(record, newest !== undefined, today),
    content: record.content,
    findings: row.judgement?.findings.filter(isSuspicious) ?? [],
    sourceHash: row.judgement?.hash ?? null,
    sourceParts: row.judgement?.parts,
  }
}

/** The first version holds since its law or decision; a change holds from its day of effect, at the earliest today. */
export function startOf({ content }: ProcedureRecord, isChange: boolean, today: string): string {
  const since = content.effectiveDate ?? content.decisionDate ?? today
  return isChange && since < today ? today : since
}

function recordOf(parsed: ParsedRecord): ProcedureRecord {
  if (!parsed.record) throw new Error('A refused row has no record')
  return parsed.record
}

async function writeVerdicts(tx: Transaction, rows: Row[]): Promise<void> {
  const verdicts = rows.map(({ id, parsed, judgement, procedureId, versionId }) => ({
    id,
    code: parsed.seen.code,
    name: parsed.seen.name,
    verdict: judgement?.verdict,
    effect: judgement?.effect ?? null,
    findings: judgement?.findings satisfies Finding[] | undefined,
    changed_parts: judgement?.changedParts ?? [],
    record_hash: judgement?.hash ?? null,
    procedure_id: procedureId ?? null,
    procedure_version_id: versionId ?? null,
  }))
  await sql`
    update catalogue_import_row r set code = n.code, name = n.name, verdict = n.verdict, effect = n.effect, findings = n.findings,
      changed_parts = n.changed_parts, record_hash = n.record_hash, procedure_id = n.procedure_id, procedure_version_id = n.procedure_version_id
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as n(id bigint, code text, name text, verdict text, effect text, findings jsonb,
      changed_parts text[], record_hash text, procedure_id bigint, procedure_version_id bigint)
    where r.id = n.id`.execute(tx)
}
