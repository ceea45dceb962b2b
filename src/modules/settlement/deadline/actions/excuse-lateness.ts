import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
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
 */
export const excuseLateness = action('settlement.extend', {
  input: ExcuseLateness,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, reasonCode, text, evidence }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    const reason = await getReason(tx, 'no-apology', reasonCode)
    work.about({ kind: 'dossier', id: dossierId }, { reasonCode })
    await transit(work, dossier, 'excuse-lateness', { hasReason: true }, { details: { reasonCode, text: reason.vi } })
    await tx
      .insertInto('apologyExcuse')
      .values({ dossierId, reasonId: reason.id, text, evidence, decidedById: officerOf(actor), decidedAt: now })
      .execute()
  },
})
