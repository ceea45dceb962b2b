import type { Channel } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { settlementErrors } from '../errors.ts'

export interface Withdrawal {
  id: number
  requestedAt: Date
  channel: Channel
  reason: { vi: string; en: string }
  text: string | null
  recordedByName: string | null
}

/** The request that waits for a decision; a dossier has one at most. */
export async function findOpenWithdrawal(db: Queryable, dossierId: number): Promise<Withdrawal | undefined> {
  const row = await db
    .selectFrom('withdrawal as w')
    .innerJoin('reason as r', 'r.id', 'w.reasonId')
    .leftJoin('officer as o', 'o.id', 'w.recordedById')
    .select(['w.id', 'w.requestedAt', 'w.channel', 'w.text', 'r.vi', 'r.en', 'o.fullName as recordedByName'])
    .where('w.dossierId', '=', dossierId)
    .where('w.decision', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { vi, en, channel, ...found } = row
  return { ...found, channel: channel as Channel, reason: { vi, en } }
}

/** @throws AppError `settlement.withdrawal-gone` */
export const getOpenWithdrawal = async (db: Queryable, dossierId: number): Promise<Withdrawal> =>
  (await findOpenWithdrawal(db, dossierId)) ?? settlementErrors.fail('settlement.withdrawal-gone')
