import { type DossierFact, holdDossier } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { insistPossible } from '../../insist-possible.ts'
import { notifyApplicant, ObligationInput, writeObligation } from '../obligation.ts'

/** T13, yêu cầu thực hiện nghĩa vụ tài chính: a fee of the procedure that falls due now; the notice that is laid here is what the applicant gets. */
export const requestPayment = action('settlement.request-payment', {
  input: ObligationInput,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input) {
    const dossier = await holdDossier(work.tx, input.dossierId)
    work.about({ kind: 'dossier', id: dossier.id })
    await insistPossible(work, dossier, 'request-payment', { hasObligationNotice: true })
    const obligationId = await writeObligation(work, dossier, input)
    await transit(
      work,
      dossier,
      'request-payment',
      { hasObligationNotice: true },
      {
        details: { reasonCode: input.reasonCode, number: obligationId, amount: input.amount },
        also: (): DossierFact[] =>
          input.documentId === undefined ? [] : [{ kind: 'document-added', documentId: input.documentId, purpose: 'working' }],
      },
    )
    await notifyApplicant(work, dossier, obligationId, input)
    return { dossierId: dossier.id, obligationId }
  },
})
