/** Numbers without gaps of meaning: one row per key, incremented inside the transaction, so two desks can never get the same number. */
import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import { prepared } from './prepared.ts'

/** The next number of the key, from 1. The key's row stays locked until the transaction ends: take it as late as possible. */
export async function nextNumber(tx: Transaction, key: string): Promise<number> {
  const row = await increment(tx, { key }).first()
  if (!row) throw new Error(`No number for ${key}`)
  return row.value
}

const increment = prepared((db, { key }: { key: string }) =>
  db
    .insertInto('runningNumber')
    .values({ key, value: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: sql<number>`running_number.value + 1` }))
    .returning('value'),
)
