import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { actorColumns } from '#platform/actor.ts'
import { isSqlError, sqlState, type Transaction } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { catalogueErrors } from '../errors.ts'
import { FINDING_CODES, type Finding, isSuspicious } from '../import/findings.ts'
import { holdImport, type StoredMapping } from '../import/hold-import.ts'
import { hashParts } from '../import/judge.ts'
import { keepIdentity, procedureRow, startOf } from '../import/judge-rows.ts'
import { mapRow } from '../import/map-row.ts'
import { parseRecord } from '../import/parse-record.ts'
import { PROCEDURE_CODE } from '../procedure-code.ts'
import { publishVersions } from '../publish-versions.ts'
import { storeDrafts } from '../store-drafts.ts'

export const DecideImportRows = z.object({
  importId: z.coerce.number().int().positive(),
  rowIds: z.array(z.coerce.number().int().positive()).max(5_000).default([]),
  /** Instead of rows by id: every row that still waits and is suspicious for these reasons only. */
  onlyFindings: z.array(z.enum(FINDING_CODES)).default([]),
  /** publish: as it is, the findings are known · close: the procedure no longer stands · reject: stays a draft that nobody sees */
  decision: z.enum(['publish', 'close', 'reject']),
  note: z.string().trim().min(3, 'Hãy ghi lý do quyết định.').max(1_000),
  /** The right national code of a row whose code was damaged. */
  code: z
    .string()
    .trim()
    .optional()
    .transform((code) => code || undefined),
  validFrom: z.iso.date().optional(),
})
export type DecideImportRows = z.infer<typeof DecideImportRows>

/** A person's yes or no to suspicious rows, with the reason. Nothing suspicious is published any other way. */
export const decideImportRows = action('catalogue.publish', {
  input: DecideImportRows,
  scope: () => undefined,
  async work(work, input) {
    const { tx } = work
    const held = await holdImport(tx, input.importId, ['done'])
    const rows = input.rowIds.length > 0 ? await rowsById(tx, input) : await rowsByFinding(tx, input)
    if (rows.length === 0) return catalogueErrors.fail('catalogue.row-decided')
    if (input.decision === 'publish') await publishRows(work, input, held, rows)
    if (input.decision === 'close') await closeProcedures(work, rows, input.note)
    const by = actorColumns(work.actor)
    await tx
      .updateTable('catalogueImportRow')
      .set({ decision: input.decision, decisionNote: input.note, decidedAt: work.now, decidedKind: by.actorKind, decidedById: by.actorId })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
    work.about({ kind: 'catalogue-import', id: input.importId }, { decision: input.decision, rows: rows.map(({ number }) => number) })
    return { decided: rows.length }
  },
})

async function rowsById(tx: Transaction, { importId, rowIds }: DecideImportRows): Promise<HeldRow[]> {
  const rows = await tx
    .selectFrom('catalogueImportRow')
    .selectAll()
    .where('catalogueImportId', '=', importId)
    .where('id', 'in', rowIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) catalogueErrors.insist(row.verdict === 'suspicious' && !row.decision, 'catalogue.row-decided')
  return rows
}

async function rowsByFinding(tx: Transaction, { importId, onlyFindings }: DecideImportRows): Promise<HeldRow[]> {
  const rows = await tx
    .selectFrom('catalogueImportRow')
    .selectAll()
    .where('catalogueImportId', '=', importId)
    .where('verdict', '=', 'suspicious')
    .where('decision', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.filter(({ findings }) =>
    (findings as unknown as Finding[]).filter(isSuspicious).every(({ code }) => onlyFindings.includes(code)),
  )
}

interface HeldRow {
  number: number
  id: number
  payload: unknown
  procedureId: number | null
  procedureVersionId: number | null
}

async function publishRows(
  work: Work,
  input: DecideImportRows,
  held: { format: string; mapping: StoredMapping },
  rows: HeldRow[],
): Promise<void> {
  const versionIds: number[] = []
  for (const row of rows) versionIds.push(row.procedureVersionId ?? (await keepHeldRow(work, input, held, row)))
  await reopen(work, rows)
  await publishVersions(work, { versionIds, note: input.note, validFrom: input.validFrom })
}

/** A row whose code was damaged becomes a procedure only now, under the code that a person has read. */
async function keepHeldRow(
  { tx, now }: Work,
  input: DecideImportRows,
  held: { format: string; mapping: StoredMapping },
  row: HeldRow,
): Promise<number> {
  const raw = held.format === 'json' ? row.payload : mapRow(row.payload as Record<string, string>, held.mapping.columns, held.mapping)
  if (row.procedureId) return catalogueErrors.fail('catalogue.row-outdated')
  const { record, findings } = parseRecord(raw)
  if (!record) return catalogueErrors.fail('catalogue.row-decided')
  const parts = hashParts(record)
  const code = input.code ?? record.nationalCode ?? ''
  catalogueErrors.insist(PROCEDURE_CODE.test(code), 'catalogue.code-invalid', { fields: { code: 'Mã chưa đúng dạng. Ví dụ: 1.004628.' } })
  const known = await tx.selectFrom('procedure').select(['id', 'status']).where('nationalCode', '=', code).executeTakeFirst()
  const id = known?.id ?? (await makeProcedure())
  const newest = await tx
    .selectFrom('procedureVersion')
    .select(['number', 'status'])
    .where('procedureId', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (known) await keepIdentity(tx, id, record)
  const [versionId] = await storeDrafts(
    tx,
    [
      {
        procedure: { id, nationalCode: code, localCodes: record.localCodes },
        number: newest ? newest.number + (newest.status === 'draft' ? 0 : 1) : 1,
        validFrom: startOf(record, newest !== undefined, localDate(now)),
        content: record.content,
        findings: findings.filter(isSuspicious),
        sourceParts: parts,
      },
    ],
    now,
  )
  if (!versionId) throw new Error('The draft was not stored')
  await tx.updateTable('catalogueImportRow').set({ procedureId: id, procedureVersionId: versionId }).where('id', '=', row.id).execute()
  row.procedureId = id
  return versionId

  async function makeProcedure(): Promise<number> {
    if (!record) throw new Error('Only a readable row is kept')
    const made = await tx
      .insertInto('procedure')
      .values({ ...procedureRow(record, now), nationalCode: code })
      .returning('id')
      .executeTakeFirstOrThrow()
      .catch((error: unknown) => {
        if (isSqlError(error, sqlState.unique)) return catalogueErrors.fail('catalogue.code-taken', { parameters: { code } })
        throw error
      })
    return made.id
  }
}

/** Publishing a row of a closed procedure says that it stands again. */
async function reopen({ tx }: Work, rows: HeldRow[]): Promise<void> {
  const ids = rows.flatMap(({ procedureId }) => procedureId ?? [])
  if (ids.length > 0)
    await tx
      .updateTable('procedure')
      .set({ status: 'active', closedAt: null, closedReason: null })
      .where('id', 'in', ids)
      .where('status', '=', 'closed')
      .execute()
}

async function closeProcedures({ tx, now }: Work, rows: HeldRow[], reason: string): Promise<void> {
  const ids = rows.flatMap(({ procedureId }) => procedureId ?? [])
  if (ids.length > 0)
    await tx
      .updateTable('procedure')
      .set({ status: 'closed', closedAt: now, closedReason: reason })
      .where('id', 'in', ids)
      .where('status', '=', 'active')
      .execute()
}
