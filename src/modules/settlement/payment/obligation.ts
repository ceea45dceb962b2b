/** Nghĩa vụ tài chính: what is to be paid before the dossier goes on, and its proof (domain.md §2.6). */
import type { z } from 'zod'
import { insistOwnDocuments } from '#modules/documents/index.ts'
import { getReason, type HeldDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'
import type { Queryable, Transaction } from '#platform/database.ts'
import { instantAt } from '#platform/text/dates.ts'
import { Amount, DossierReference, optionalDay, optionalId, optionalText, ReasonCode, shortText } from '../fields.ts'

export const ObligationInput = DossierReference.extend({
  amount: Amount,
  reasonCode: ReasonCode,
  noticeNumber: shortText('Hãy ghi số thông báo. Ví dụ: 15/TB-CCT.', 100),
  payBy: optionalDay,
  howToPay: optionalText(500),
  /** The notice itself, as it came from the agency that determined it. */
  documentId: optionalId,
})
export type ObligationInput = z.infer<typeof ObligationInput>

export interface Obligation {
  id: number
  /** In đồng. */
  amount: number
  noticeNumber: string
  notifiedAt: Date
  payBy: string | null
  paidAt: Date | null
  paidAmount: number | null
  voucher: string | null
  paymentReference: string | null
}

const COLUMNS = ['id', 'amount', 'noticeNumber', 'notifiedAt', 'payBy', 'paidAt', 'paidAmount', 'voucher', 'paymentReference'] as const

/** The one that waits to be paid; a dossier has at most one. */
export const findOpenObligation = (db: Queryable, dossierId: number): Promise<Obligation | undefined> =>
  db
    .selectFrom('obligation')
    .select(COLUMNS)
    .where('dossierId', '=', dossierId)
    .where('paidAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()

/** All of a dossier, oldest first. */
export const obligationsOf = (db: Queryable, dossierId: number): Promise<Obligation[]> =>
  db.selectFrom('obligation').select(COLUMNS).where('dossierId', '=', dossierId).orderBy('id').execute()

export const findByReference = (tx: Transaction, reference: string) =>
  tx
    .selectFrom('obligation')
    .select([...COLUMNS, 'dossierId'])
    .where('paymentReference', '=', reference)
    .executeTakeFirst()

/** Writes down what is to be paid. Documents must be the actor's own. Returns its id. */
export async function writeObligation({ tx, now, actor }: Work, dossier: HeldDossier, input: ObligationInput): Promise<number> {
  const reason = await getReason(tx, 'payment', input.reasonCode)
  if (input.documentId !== undefined) {
    await insistOwnDocuments(tx, actor, [input.documentId])
    await tx
      .insertInto('dossierDocument')
      .values({ dossierId: dossier.id, documentId: input.documentId, kind: 'working', createdAt: now })
      .execute()
  }
  const { id } = await tx
    .insertInto('obligation')
    .values({
      dossierId: dossier.id,
      amount: input.amount,
      noticeNumber: input.noticeNumber,
      documentId: input.documentId ?? null,
      reasonId: reason.id,
      notifiedAt: now,
      payBy: input.payBy ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The notice to the applicant, as a paper and as a message. */
export async function notifyApplicant(work: Work, dossier: HeldDossier, obligationId: number, input: ObligationInput): Promise<void> {
  const { vi: name } = await getReason(work.tx, 'payment', input.reasonCode)
  await layPaper(work, dossier, {
    form: 'FINANCIAL_NOTICE',
    details: {
      obligations: [{ name, amount: input.amount }],
      basis: `Thông báo số ${input.noticeNumber}`,
      payBy: input.payBy ? instantAt(input.payBy, '17:00') : undefined,
      howToPay: input.howToPay,
    },
  })
  await announce(work, dossier, 'payment-asked', {
    obligationId,
    amount: input.amount,
    noticeNumber: input.noticeNumber,
    payBy: input.payBy,
  })
}
