import { holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference, listOfIds } from '../../fields.ts'
import { inOneSentence, officerOf } from '../../grounds.ts'
import { endOpenMatters } from '../open-ends.ts'
import { getOpenWithdrawal } from '../open-withdrawal.ts'
import { returnPapers } from '../returned-papers.ts'

export const ConfirmWithdrawal = DossierReference.extend({ returnedPapers: listOfIds })

/**
 * Dừng giải quyết theo đề nghị (T19, NĐ 118/2025 art. 21): the one-stop unit has found that no decision existed. Form 05 says the day and channel of the request and which
 * papers go back.
 */
export const confirmWithdrawal = action('intake.stop', {
  input: ConfirmWithdrawal,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, returnedPapers }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    settlementErrors.insist(!dossier.actions.some(({ fact }) => fact.kind === 'result-issued'), 'settlement.decision-exists')
    await transit(work, dossier, 'confirm-withdrawal')
    const withdrawal = await getOpenWithdrawal(tx, dossierId)
    await tx
      .updateTable('withdrawal')
      .set({ decision: 'confirmed', decidedAt: now, decidedById: officerOf(actor) })
      .where('id', '=', withdrawal.id)
      .execute()
    await endOpenMatters(work, dossierId)
    const papers = await returnPapers(work, dossierId, returnedPapers)
    const { paperId, fullNumber } = await layPaper(work, dossier, {
      form: 'STOP_NOTICE',
      details: {
        stoppedAt: now,
        request: { at: withdrawal.requestedAt, channel: withdrawal.channel },
        reason: inOneSentence(withdrawal.reason, withdrawal.text ?? undefined),
        returnedPapers: papers,
      },
    })
    await announce(work, dossier, 'stopped', { paperId })
    return { paperId, fullNumber }
  },
})
