import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { DossierReference, ReasonCode } from '../../fields.ts'
import { officerOf, ReasonText } from '../../grounds.ts'
import { getOpenWithdrawal } from '../open-withdrawal.ts'

export const DeclineWithdrawal = DossierReference.extend({ reasonCode: ReasonCode, text: ReasonText })

/** Không rút hồ sơ, tiếp tục giải quyết (T19): the applicant took the request back, or a decision existed; the dossier goes on where it stood, its clock too. */
export const declineWithdrawal = action('intake.stop', {
  input: DeclineWithdrawal,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, reasonCode, text }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    const reason = await getReason(tx, 'withdrawal', reasonCode)
    work.about({ kind: 'dossier', id: dossierId }, { reasonCode })
    await transit(work, dossier, 'decline-withdrawal', { hasReason: true }, { details: { reasonCode, text: reason.vi } })
    const { id } = await getOpenWithdrawal(tx, dossierId)
    await tx
      .updateTable('withdrawal')
      .set({ decision: 'declined', decidedAt: now, decidedById: officerOf(actor), decisionText: text })
      .where('id', '=', id)
      .execute()
    return { dueAt: dossier.state.clock?.dueAt }
  },
})
