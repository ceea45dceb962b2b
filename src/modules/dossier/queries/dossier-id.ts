import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { dossierErrors } from '../errors.ts'

/** A code as it may be written: ours in capitals, those of others also as they came. */
export interface CodeKeys {
  clean: string
  typed: string
}

export const codeKeys = (code: string): CodeKeys => ({ clean: code.trim().toUpperCase(), typed: code.trim() })

/** The id of the dossier with this code, ours or the one the national portal gave it; spaces and small letters of a scan do not matter. */
export const findDossierId = async (db: Queryable, code: string): Promise<number | undefined> =>
  (await findId(db, codeKeys(code)).first())?.id ?? undefined

/** The same as SQL, for a prepared statement that reads more of it. A code that two senders gave to two dossiers names neither. */
export const dossierIdOf = ({ clean, typed }: CodeKeys): RawBuilder<number | null> => sql`
  coalesce((select id from dossier where code = ${clean}), (
    select case when count(*) = 1 then min(id) end from (select id from dossier where external_codes && array[${clean}, ${typed}]::text[] limit 2) named))`

const findId = prepared((_db, keys: CodeKeys) => sql<{ id: number | null }>`select ${dossierIdOf(keys)} as id`)

/** @throws AppError `dossier.code-unknown` */
export const getDossierId = async (db: Queryable, code: string): Promise<number> =>
  (await findDossierId(db, code)) ?? dossierErrors.fail('dossier.code-unknown')

/** @throws AppError `dossier.code-unknown` */
export async function getDossierCode(db: Queryable, id: number): Promise<string> {
  const row = await db.selectFrom('dossier').select('code').where('id', '=', id).executeTakeFirst()
  return row?.code ?? dossierErrors.fail('dossier.code-unknown')
}
