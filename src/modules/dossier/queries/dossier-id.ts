import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { parseDossierCode } from '../code.ts'
import { dossierErrors } from '../errors.ts'

/** The id of the dossier with this code, ours or the one the national portal gave it; spaces and small letters of a scan do not matter. */
export async function findDossierId(db: Queryable, code: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number | null }>`select ${dossierIdOf(code)} as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** The same as SQL, for a statement that reads more of it. A code that two senders gave to two dossiers names neither. */
export function dossierIdOf(code: string): RawBuilder<number | null> {
  const clean = code.trim().toUpperCase()
  const external = sql<number | null>`(select case when count(*) = 1 then min(id) end
    from (select id from dossier where external_codes && ${[clean, code.trim()]}::text[] limit 2) named)`
  return parseDossierCode(clean) ? sql`coalesce((select id from dossier where code = ${clean}), ${external})` : external
}

/** @throws AppError `dossier.code-unknown` */
export const getDossierId = async (db: Queryable, code: string): Promise<number> =>
  (await findDossierId(db, code)) ?? dossierErrors.fail('dossier.code-unknown')

/** @throws AppError `dossier.code-unknown` */
export async function getDossierCode(db: Queryable, id: number): Promise<string> {
  const row = await db.selectFrom('dossier').select('code').where('id', '=', id).executeTakeFirst()
  return row?.code ?? dossierErrors.fail('dossier.code-unknown')
}
