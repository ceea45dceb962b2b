import { unitCalendars } from '#modules/calendar/index.ts'
import { holdDossier } from '#modules/dossier/index.ts'
import { insistAllowed, legalSituation, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference, optionalText } from '../../fields.ts'
import { officerOf } from '../../grounds.ts'
import { FaultLines, markedFaults, resolveFaults } from '../fault.ts'
import { findOpenProposal } from '../queries/proposals.ts'

export const ProposeSupplement = DossierReference.extend({
  faults: FaultLines,
  /** Whom the applicant may ask; absent: who signs. */
  guideName: optionalText(200),
  guidePhone: optionalText(40),
})

/** Đề xuất yêu cầu bổ sung (T8): the specialist marks everything that is wrong, in one list; the leader approves it or gives it back. Nothing leaves the house yet. */
export const proposeSupplement = action('settlement.propose-supplement', {
  input: ProposeSupplement,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, faults: lines, guideName, guidePhone }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    const faults = markedFaults(lines)
    work.about({ kind: 'dossier', id: dossierId }, { faults: faults.length })
    const calendar = (await unitCalendars(tx, [dossier.settlingUnitId]))(dossier.settlingUnitId)
    const given = { areFaultsMarked: faults.length > 0, isApproved: true, hasLeaderDecision: true }
    insistAllowed('ask-supplement', legalSituation(dossier, calendar, now, given))
    await resolveFaults(tx, dossierId, faults)
    settlementErrors.insist(!(await findOpenProposal(tx, dossierId)), 'settlement.proposal-open')
    const { id } = await tx
      .insertInto('supplementProposal')
      .values({
        dossierId,
        proposedAt: now,
        proposedById: officerOf(actor),
        faults: JSON.stringify(faults),
        guideName: guideName ?? null,
        guidePhone: guidePhone ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { proposalId: id }
  },
})
