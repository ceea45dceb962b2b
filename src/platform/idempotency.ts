/**
 * A request that is sent again (a double click, a reload, a partner's retry) has one effect and gets the first answer again. The key is stored in the transaction of
 * the work itself, so there is no moment in which the work is done and the key is not; a second request at the same moment waits for the first.
 */
import { createHash } from 'node:crypto'
import type { Transaction } from './database.ts'
import { defineErrors } from './errors.ts'
import { prepared } from './prepared.ts'
import type { Send } from './transact.ts'

const idempotencyErrors = defineErrors({
  'request.key-reused': {
    status: 409,
    vi: 'Khóa chống lặp này đã dùng cho một yêu cầu khác nội dung.',
    en: 'This idempotency key was used for a different request.',
  },
})

export interface OnceKey {
  /** Chosen by the sender, new for every new request. */
  key: string
  /** Whose key it is: keys of different people never meet. */
  owner: string
  /** What was asked; the same key with another request is refused. */
  request: unknown
}

/** Does the work, or returns what it returned the first time. Results are plain JSON values and dates. */
export async function once<Result>(
  { tx, send, now }: { tx: Transaction; send: Send; now: Date },
  { key, owner, request }: OnceKey,
  work: () => Promise<Result>,
): Promise<{ result: Result; isRepeated: boolean }> {
  const requestHash = createHash('sha256')
    .update(JSON.stringify(request) ?? '')
    .digest('hex')
  const claimed = await claim(tx, { actorKey: owner, key, requestHash, createdAt: now }).first()
  if (claimed) {
    const result = await work()
    send(answer(tx, { actorKey: owner, key, response: JSON.stringify({ result: marked(result) }) }))
    return { result, isRepeated: false }
  }
  const first = await tx
    .selectFrom('idempotency')
    .select(['requestHash', 'response'])
    .where('actorKey', '=', owner)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  idempotencyErrors.insist(first.requestHash === requestHash, 'request.key-reused')
  return { result: revived((first.response as { result: unknown }).result) as Result, isRepeated: true }
}

const claim = prepared((db, row: { actorKey: string; key: string; requestHash: string; createdAt: Date }) =>
  db
    .insertInto('idempotency')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('key'),
)

const answer = prepared((db, { actorKey, key, response }: { actorKey: string; key: string; response: string }) =>
  db.updateTable('idempotency').set({ response }).where('actorKey', '=', actorKey).where('key', '=', key),
)

/** Dates survive the round through JSON as `{ $date }`. */
function marked(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() }
  if (Array.isArray(value)) return value.map(marked)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each)]))
  return value
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived)
  if (typeof value !== 'object' || value === null) return value
  if ('$date' in value && typeof value.$date === 'string') return new Date(value.$date)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revived(each)]))
}
