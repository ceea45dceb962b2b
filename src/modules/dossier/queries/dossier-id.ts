import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { parseDossierCode } from '../code.ts'
import { dossierErrors } from '../errors.ts'

/** The id of the dossier with this code, ours or the one the national portal gave it; spaces and small letters of a scan do not matter. */
export async function findDossierId(db: Queryable, code: string): Promise<number | undefined> {
  const clean = code.trim().toUpperCase()
  const own = parseDossierCode(clean) && (await db.selectFrom('dossier').select('id').where('code', '=', clean).executeTakeFirst())
  if (own) return own.id
  const external = await db
    .selectFrom('dossier')
    .select('id')
    .where(sql<boolean>`external_codes && ${[clean, code.trim()]}::text[]`)
    .limit(2)
    .execute()
  // A code that two senders gave to two dossiers names neither.
  return external.length === 1 ? external[0]?.id : undefined
}

/** @throws AppError `dossier.code-unknown` */
export const getDossierId = async (db: Queryable, code: string): Promise<number> =>
  (await findDossierId(db, code)) ?? dossierErrors.fail('dossier.code-unknown')

/** @throws AppError `dossier.code-unknown` */
export async function getDossierCode(db: Queryable, id: number): Promise<string> {
  const row = await db.selectFrom('dossier').select('code').where('id', '=', id).executeTakeFirst()
  return row?.code ?? dossierErrors.fail('dossier.code-unknown')
}
