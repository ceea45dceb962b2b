/** Settings of the installation: small JSON values by key, kept in the database, read often and changed rarely. */
import type { Queryable } from './database.ts'

const FRESH_MS = 2_000
const kept = new WeakMap<object, Map<string, { value: unknown; readAt: number; writes: number }>>()
/** Of this process: what it has just written it shows at once. */
let writes = 0

/** The value, at most two seconds old. */
export async function readSetting<Value>(db: Queryable, key: string): Promise<Value | undefined> {
  const ofDatabase = kept.get(db) ?? new Map()
  kept.set(db, ofDatabase)
  const known = ofDatabase.get(key)
  if (known && known.writes === writes && performance.now() - known.readAt < FRESH_MS) return known.value as Value | undefined
  const before = writes
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  ofDatabase.set(key, { value: row?.value, readAt: performance.now(), writes: before })
  return row?.value as Value | undefined
}

export async function writeSetting(tx: Queryable, key: string, value: unknown, now: Date): Promise<void> {
  const row = { key, value: JSON.stringify(value), updatedAt: now }
  await tx
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
  writes++
}
