import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference, longText, ReasonCode } from '../../fields.ts'
import { officerOf, ReasonText } from '../../grounds.ts'

export const ExcuseLateness = DossierReference.extend({
  reasonCode: ReasonCode,
  text: ReasonText,
  evidence: longText('Hãy ghi văn bản, tài liệu chứng minh.'),
})

/**
 * Không phải xin lỗi (T18): a leader records, from the list of reasons and with what proves it, that a late dossier owes no apology: force majeure, security, papers that the
 * applicant did not bring (the exceptions of provincial rules on apologies; which of them hold is the list's matter). It stays late, and nobody is told anything.
 *
 * @throws AppError `settlement.apology-not-owed` after an apology or an earlier excuse
 */
export const excuseLateness = action('settlement.extend', {
  input: ExcuseLateness,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, reasonCode, text, evidence }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    const [reason, apology, excuse] = await Promise.all([
      getReason(tx, 'no-apology', reasonCode),
      tx.selectFrom('apology').select('id').where('dossierId', '=', dossierId).where('kind', '=', 'lateness').executeTakeFirst(),
      tx.selectFrom('apologyExcuse').select('id').where('dossierId', '=', dossierId).executeTakeFirst(),
    ])
    work.about({ kind: 'dossier', id: dossierId }, { reasonCode })
    settlementErrors.insist(!apology && !excuse, 'settlement.apology-not-owed')
    await transit(work, dossier, 'excuse-lateness', { hasReason: true }, { details: { reasonCode, text: reason.vi } })
    await tx
      .insertInto('apologyExcuse')
      .values({ dossierId, reasonId: reason.id, text, evidence, decidedById: officerOf(actor), decidedAt: now })
      .execute()
  },
})
