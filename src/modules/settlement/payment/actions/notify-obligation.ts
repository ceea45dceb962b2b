import { type DossierFact, holdDossier } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { closeLegs } from '../../coordination/close-legs.ts'
import { insistPossible } from '../../insist-possible.ts'
import { notifyApplicant, ObligationInput, writeObligation } from '../obligation.ts'

/** T13, trả thông báo nghĩa vụ tài chính: the tax agency's notice is here; the applicant is told, the clock stands still until the payment is proven. */
export const notifyObligation = action('settlement.request-payment', {
  input: ObligationInput,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input) {
    const dossier = await holdDossier(work.tx, input.dossierId)
    work.about({ kind: 'dossier', id: dossier.id })
    await insistPossible(work, dossier, 'notify-obligation', { hasObligationNotice: input.documentId !== undefined })
    const obligationId = await writeObligation(work, dossier, input)
    await transit(
      work,
      dossier,
      'notify-obligation',
      { hasObligationNotice: input.documentId !== undefined },
      {
        details: { reasonCode: input.reasonCode, number: obligationId, amount: input.amount },
        also: async () => [
          ...(await closeLegs(work, dossier, 'tax', { outcome: 'answered', answer: input.noticeNumber, documentId: input.documentId })),
          ...noticeAdded(input.documentId),
        ],
      },
    )
    await notifyApplicant(work, dossier, obligationId, input)
    return { dossierId: dossier.id, obligationId }
  },
})

const noticeAdded = (documentId: number | undefined): DossierFact[] =>
  documentId === undefined ? [] : [{ kind: 'document-added', documentId, purpose: 'working' }]
