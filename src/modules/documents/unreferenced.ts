/** Rows that no foreign key of any table points to; the keys are asked of the database, so a table that is added later counts by itself. */
import { sql } from 'kysely'
import type { Transaction } from '#platform/database.ts'

/**
 * Deletes at most `atMost` unreferenced rows made before the instant; returns how many. A row that somebody is about to point to is held by that transaction and
 * skipped; from our lock on nobody can point to the rest, and what pointed to it meanwhile is seen by the second look.
 */
export async function deleteUnreferenced(tx: Transaction, table: 'document' | 'file', before: Date, atMost: number): Promise<number> {
  const { rows: keys } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${table}::regclass`.execute(tx)
  const isFree = sql.join(
    keys.map((key) => sql`not exists (select from ${sql.table(key.table)} where ${sql.ref(key.column)} = candidate.id)`),
    sql` and `,
  )
  const { rows } = await sql<{ id: number }>`
    select candidate.id from ${sql.table(table)} candidate
    where candidate.created_at < ${before} and ${isFree} order by candidate.id limit ${atMost} for update skip locked`.execute(tx)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  const deleted = await sql`delete from ${sql.table(table)} candidate where id = any (${ids}::bigint[]) and ${isFree}`.execute(tx)
  return Number(deleted.numAffectedRows ?? 0)
}
