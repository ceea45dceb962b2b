/** What is stored about the procedures that a batch of rows names, by code: one query for the batch, whatever its size. */
import { sql } from 'kysely'
import type { Transaction } from '#platform/database.ts'
import type { ProcedureRecord } from '../schemas.ts'
import type { Existing } from './judge.ts'

/** The code by which a record's procedure is known here: the national one, else its first local one. */
export const codeOf = (record: ProcedureRecord): string => record.nationalCode ?? record.localCodes[0] ?? ''

export async function findExisting(tx: Transaction, records: ProcedureRecord[]): Promise<Map<string, Existing>> {
  const rows = await tx
    .selectFrom('procedure as p')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('procedureVersion as v')
          .select(['v.id as versionId', 'v.number', 'v.status as versionStatus', 'v.sourceHash', 'v.sourceParts'])
          .whereRef('v.procedureId', '=', 'p.id')
          .orderBy('v.number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['p.id', 'p.code', 'p.status', 'versionId', 'number', 'versionStatus', 'sourceHash', 'sourceParts'])
    .where('p.code', '=', sql<string>`any(${records.map(codeOf)}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.code,
      {
        procedureId: row.id,
        isClosed: row.status === 'closed',
        ...(row.versionId && row.number
          ? {
              newest: {
                id: row.versionId,
                number: row.number,
                status: row.versionStatus === 'published' ? ('published' as const) : ('draft' as const),
                sourceHash: row.sourceHash,
                sourceParts: row.sourceParts as Record<string, string> | null,
              },
            }
          : {}),
      },
    ]),
  )
}

/** Hashes of rows with a damaged code that an earlier import has put before a person already. */
export async function findHeldHashes(tx: Transaction, importId: number, hashes: string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await tx
    .selectFrom('catalogueImportRow')
    .select('recordHash')
    .where('recordHash', '=', sql<string>`any(${hashes}::text[])`)
    .where('verdict', '=', 'suspicious')
    .where(sql<boolean>`findings @> '[{"code": "code.damaged"}]'`)
    .where('catalogueImportId', '<>', importId)
    .execute()
  return new Set(rows.flatMap((row) => row.recordHash ?? []))
}
