import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { DossierReference, listOfIds, ReasonCode } from '../../fields.ts'
import { inOneSentence, ReasonText } from '../../grounds.ts'
import { endOpenMatters } from '../open-ends.ts'
import { returnPapers } from '../returned-papers.ts'

export const StopUnresolvable = DossierReference.extend({ reasonCode: ReasonCode, text: ReasonText, returnedPapers: listOfIds })

/** Dừng hồ sơ không xử lý được (T19, national status 8): decided by the leader of the competent agency, with form 05; the originals go back. */
export const stopUnresolvable = action('settlement.stop', {
  input: StopUnresolvable,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, reasonCode, text, returnedPapers }) {
    const dossier = await holdDossier(work.tx, dossierId)
    const reason = await getReason(work.tx, 'stop', reasonCode)
    work.about({ kind: 'dossier', id: dossierId }, { reasonCode })
    await transit(
      work,
      dossier,
      'stop-unresolvable',
      { hasReason: true, hasLeaderDecision: true },
      { details: { reasonCode, text: reason.vi } },
    )
    await endOpenMatters(work, dossierId)
    const papers = await returnPapers(work, dossierId, returnedPapers)
    const { paperId, fullNumber } = await layPaper(work, dossier, {
      form: 'STOP_NOTICE',
      details: { stoppedAt: work.now, reason: inOneSentence(reason, text), returnedPapers: papers },
    })
    await announce(work, dossier, 'stopped', { paperId })
    return { paperId, fullNumber }
  },
})
