import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { DossierReference, optionalText, ReasonCode } from '../../fields.ts'

export const PostCameBack = DossierReference.extend({ reasonCode: ReasonCode, text: optionalText(2_000) })

/** T20, bưu chính chuyển hoàn: the result waits at the counter again, its step still open; the applicant is told. */
export const postCameBack = action('intake.return-result', {
  input: PostCameBack,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, reasonCode, text }) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const reason = await getReason(tx, 'correction', reasonCode)
    await transit(work, dossier, 'post-came-back', { hasReason: true }, { details: { reasonCode, ...(text ? { text } : {}) } })
    await tx
      .updateTable('parcel')
      .set({ outcome: 'came-back', endedAt: now, reasonId: reason.id })
      .where('dossierId', '=', dossierId)
      .where('outcome', 'is', null)
      .execute()
    await announce(work, dossier, 'result-available', { cameBack: true, reasonCode })
    return { dossierId }
  },
})
