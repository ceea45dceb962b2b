import { z } from 'zod'
import { holdDossier } from '#modules/dossier/index.ts'
import { layKnownPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { settlementErrors } from '../../errors.ts'
import { Amount, DossierReference, optionalText } from '../../fields.ts'
import { findByReference, findOpenObligation } from '../obligation.ts'

export const ConfirmPayment = DossierReference.extend({
  amount: Amount,
  /** Số chứng từ nộp tiền. */
  voucher: z.string({ error: 'Hãy ghi số chứng từ nộp tiền.' }).trim().min(2, 'Hãy ghi số chứng từ nộp tiền.').max(200),
  /** Of whoever took the money: the same one again is the same payment. */
  paymentReference: optionalText(200),
  /** Public address of the system, for the new receipt. */
  baseUrl: z.url(),
})

export interface PaymentConfirmed {
  dossierId: number
  /** The date promised now. */
  dueAt: Date | undefined
  /** This proof had come before. */
  isRepeated: boolean
}

/**
 * T14, xác nhận đã nộp: by the proof of a partner or by the voucher at the desk. The clock goes on at once; the receipt with the second appointment is laid.
 * A proof that comes again changes nothing.
 */
export const confirmPayment = action('intake.confirm-payment', {
  input: ConfirmPayment,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, amount, voucher, paymentReference, baseUrl }): Promise<PaymentConfirmed> {
    const { tx, actor, now } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const known = paymentReference === undefined ? undefined : await findByReference(tx, paymentReference)
    if (known) {
      const isSame = known.dossierId === dossierId && known.paidAmount === amount
      if (!isSame) return settlementErrors.fail('settlement.payment-used')
      return { dossierId, dueAt: dossier.state.clock?.dueAt, isRepeated: true }
    }
    const obligation = await findOpenObligation(tx, dossierId)
    const paid = obligation ? undefined : await lastPaid(tx, dossierId)
    if (paid?.paidAt && dossier.state.financial === 'paid')
      return settlementErrors.fail('settlement.already-paid', { parameters: { at: formatMoment(paid.paidAt) } })
    await transit(
      work,
      dossier,
      'confirm-payment',
      { isAmountMatched: obligation?.amount === amount },
      { details: { number: obligation?.id, amount } },
    )
    await tx
      .updateTable('obligation')
      .set({
        paidAt: now,
        paidAmount: amount,
        voucher,
        paymentReference: paymentReference ?? null,
        confirmedById: actor.kind === 'officer' ? actor.id : null,
      })
      .where('dossierId', '=', dossierId)
      .where('paidAt', 'is', null)
      .where('withdrawnAt', 'is', null)
      .execute()
    await layKnownPaper(work, dossier, 'RECEIPT_APPOINTMENT', baseUrl)
    const dueAt = dossier.state.clock?.dueAt
    await announce(work, dossier, 'payment-confirmed', { obligationId: obligation?.id, amount, dueAt: dueAt?.toISOString() })
    return { dossierId, dueAt, isRepeated: false }
  },
})

const lastPaid = (tx: Parameters<typeof findOpenObligation>[0], dossierId: number) =>
  tx
    .selectFrom('obligation')
    .select('paidAt')
    .where('dossierId', '=', dossierId)
    .where('paidAt', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
