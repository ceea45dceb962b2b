/** Where the acts before and at reception are judged: the unit that receives. */
import type { Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'

/** @throws AppError `record.not-found` */
export async function receivingUnitOf(tx: Transaction, { dossierId }: { dossierId: number }): Promise<number> {
  const row = await tx.selectFrom('dossier').select('receivingUnitId').where('id', '=', dossierId).executeTakeFirst()
  return row?.receivingUnitId ?? commonErrors.fail('record.not-found')
}
