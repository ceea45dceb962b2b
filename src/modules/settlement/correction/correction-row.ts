/** Đính chính: the row that keeps what the result was and who answers for the error, and the new result in its place. */
import { z } from 'zod'
import { insistOwnDocuments } from '#modules/documents/index.ts'
import type { HeldDossier, Reason } from '#modules/dossier/index.ts'
import type { Work } from '#platform/action.ts'
import { nextNumber } from '#platform/running-number.ts'
import { localDate } from '#platform/text/dates.ts'
import { DossierReference, longText, optionalId, ReasonCode, shortText } from '../fields.ts'

export const ErrorRecord = DossierReference.extend({
  reasonCode: ReasonCode,
  error: longText('Hãy ghi rõ sai sót của kết quả.'),
  /** Who caused it and bears the cost; absent: the settling unit. */
  faultUnitId: optionalId,
})
export type ErrorRecord = z.infer<typeof ErrorRecord>

export const CorrectedResult = z.object({
  name: shortText('Hãy ghi tên kết quả.', 500),
  documentId: z.coerce.number({ error: 'Hãy chọn tệp kết quả đúng.' }).int().positive('Hãy chọn tệp kết quả đúng.'),
})

/** Begins a correction; what the result is now is kept. Returns its number within the dossier. */
export async function writeCorrection(
  { tx, now, actor }: Work,
  dossier: HeldDossier,
  { error, faultUnitId }: ErrorRecord,
  reason: Reason,
  isBeforeReturn: boolean,
): Promise<number> {
  const [old, last] = await Promise.all([
    tx.selectFrom('dossierResult').selectAll().where('dossierId', '=', dossier.id).executeTakeFirst(),
    tx
      .selectFrom('correction')
      .select((eb) => eb.fn.max('number').as('number'))
      .where('dossierId', '=', dossier.id)
      .executeTakeFirst(),
  ])
  const number = Number(last?.number ?? 0) + 1
  await tx
    .insertInto('correction')
    .values({
      dossierId: dossier.id,
      number,
      isBeforeReturn,
      reasonId: reason.id,
      error,
      faultUnitId: faultUnitId ?? dossier.settlingUnitId,
      decidedById: actor.kind === 'officer' ? actor.id : null,
      begunAt: now,
      oldName: old?.name ?? null,
      oldNumber: old?.number ?? null,
      oldSymbol: old?.symbol ?? null,
      oldYear: old?.year ?? null,
      oldDocumentId: old?.documentId ?? null,
    })
    .execute()
  return number
}

/** The right result in place of the wrong one, under the next number of the agency's register; where the dossier was refused there is only a new document. */
export async function issueCorrected(
  { tx, now, actor }: Work,
  dossier: HeldDossier,
  { name, documentId }: z.infer<typeof CorrectedResult>,
): Promise<{ number?: number; symbol?: string }> {
  await insistOwnDocuments(tx, actor, [documentId])
  await tx.insertInto('dossierDocument').values({ dossierId: dossier.id, documentId, kind: 'result', createdAt: now }).execute()
  await tx.updateTable('correction').set({ issuedAt: now }).where('dossierId', '=', dossier.id).where('endedAt', 'is', null).execute()
  const result = await tx.selectFrom('dossierResult').selectAll().where('dossierId', '=', dossier.id).executeTakeFirst()
  if (!result) return {}
  const year = Number(localDate(now).slice(0, 4))
  const number = await nextNumber(tx, `result:${result.issuingUnitId}:${year}`)
  await tx
    .updateTable('dossierResult')
    .set({ name, documentId, number, year, issuedAt: now, issuedById: actor.kind === 'officer' ? actor.id : null })
    .where('id', '=', result.id)
    .execute()
  return { number, symbol: result.symbol ?? undefined }
}
