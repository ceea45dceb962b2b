import { z } from 'zod'
import { insistOwnDocuments } from '#modules/documents/index.ts'
import { appendFacts, holdDossier } from '#modules/dossier/index.ts'
import { layKnownPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference } from '../../fields.ts'
import { addBrought, Brought } from '../brought.ts'
import { findOpenRequest } from '../queries/open-request.ts'

export const AcceptSupplement = DossierReference.extend({
  brought: z.array(Brought).max(200),
  /** Public address of the system, from its settings; printed in the receipt's QR code. */
  baseUrl: z.url(),
})

/**
 * Tiếp nhận hồ sơ bổ sung (T9): the desk ticks what has come and adds the papers to the components. When nothing is missing any more the limit counts again from zero, and a new
 * receipt gives the new appointment; the old one is kept. Until then the dossier waits on, and the answer says what is still missing: no second request is needed for that.
 */
export const acceptSupplement = action('intake.accept-supplement', {
  input: AcceptSupplement,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, brought, baseUrl }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const request = await findOpenRequest(tx, dossierId)
    if (!request) {
      // Says why in the words of the law where the dossier stands elsewhere.
      await transit(work, dossier, 'accept-supplement', { isComplete: true })
      return settlementErrors.fail('settlement.nothing-asked')
    }
    const asked = new Map(request.faults.map((fault) => [fault.id, fault]))
    const given = brought.flatMap((each) => {
      const fault = asked.get(each.faultId)
      return fault ? [{ ...each, fault }] : settlementErrors.fail('settlement.fault-unknown')
    })
    const documentIds = given.flatMap((each) => each.documentIds)
    if (documentIds.length > 0) await insistOwnDocuments(tx, actor, documentIds)
    const done = new Set(given.flatMap(({ isDone, fault }) => (isDone && !fault.completedAt ? [fault.id] : [])))
    settlementErrors.insist(done.size > 0 || documentIds.length > 0, 'settlement.nothing-brought', {
      fields: { brought: 'Hãy đánh dấu những nội dung người nộp đã bổ sung.' },
    })
    for (const each of given) await addBrought(work, dossierId, each)
    if (documentIds.length > 0)
      appendFacts(
        work,
        dossier,
        ...documentIds.map((documentId) => ({ kind: 'document-added' as const, documentId, purpose: 'component' as const })),
      )
    if (done.size > 0)
      await tx
        .updateTable('supplementFault')
        .set({ completedAt: now })
        .where('id', 'in', [...done])
        .execute()
    const missing = request.faults
      .filter(({ id, completedAt }) => !completedAt && !done.has(id))
      .map(({ about, text }) => ({ about, text }))
    if (missing.length > 0) return { isComplete: false as const, missing, answerBy: request.answerBy }
    await tx.updateTable('supplementRequest').set({ outcome: 'completed', answeredAt: now }).where('id', '=', request.id).execute()
    await transit(work, dossier, 'accept-supplement', { isComplete: true }, { details: { number: request.number } })
    const { paperId, fullNumber } = await layKnownPaper(work, dossier, 'RECEIPT_APPOINTMENT', baseUrl)
    await announce(work, dossier, 'supplement-accepted', { requestId: request.id, paperId, dueAt: dossier.state.clock?.dueAt })
    return { isComplete: true as const, paperId, fullNumber, dueAt: dossier.state.clock?.dueAt }
  },
})
