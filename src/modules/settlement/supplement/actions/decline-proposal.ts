import { holdDossier } from '#modules/dossier/index.ts'
import { unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference } from '../../fields.ts'
import { officerOf, ReasonText } from '../../grounds.ts'
import { findOpenProposal } from '../queries/proposals.ts'

export const DeclineProposal = DossierReference.extend({ declineText: ReasonText })

/** Không duyệt đề xuất bổ sung: back to the specialist with the leader's words. The clock never stopped. */
export const declineProposal = action('settlement.ask-supplement', {
  input: DeclineProposal,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work({ tx, now, actor, about }, { dossierId, declineText }) {
    await holdDossier(tx, dossierId)
    const proposal = await findOpenProposal(tx, dossierId)
    if (!proposal) return settlementErrors.fail('settlement.proposal-gone')
    about({ kind: 'dossier', id: dossierId })
    await tx
      .updateTable('supplementProposal')
      .set({ status: 'declined', decidedAt: now, decidedById: officerOf(actor), decisionText: declineText })
      .where('id', '=', proposal.id)
      .execute()
    return { proposalId: proposal.id }
  },
})
