import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { insistPossible } from '../../insist-possible.ts'
import { isLeader } from '../../leader.ts'
import { CorrectedResult, ErrorRecord, issueCorrected, writeCorrection } from '../correction-row.ts'

export const ReplaceBeforeReturn = ErrorRecord.extend(CorrectedResult.shape)

/** T22, thay kết quả sai trước khi trả: by a leader who may sign; the wrong one is kept with the record of its error, and its number is not used again. */
export const replaceBeforeReturn = action('settlement.correct-result', {
  input: ReplaceBeforeReturn,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, input.dossierId)
    work.about({ kind: 'dossier', id: dossier.id })
    const reason = await getReason(tx, 'correction', input.reasonCode)
    const hasLeaderDecision = await isLeader(work, dossier)
    const given = { hasErrorRecord: true, hasLeaderDecision }
    await insistPossible(work, dossier, 'replace-before-return', given)
    const correction = await writeCorrection(work, dossier, input, reason, true)
    const { number, symbol } = await issueCorrected(work, dossier, input)
    await transit(work, dossier, 'replace-before-return', given, {
      details: {
        reasonCode: input.reasonCode,
        number: correction,
        ...(number === undefined ? {} : { text: `Kết quả mới số ${number}/${symbol}` }),
      },
      also: () => [{ kind: 'document-added', documentId: input.documentId, purpose: 'result' }],
    })
    await tx.updateTable('correction').set({ endedAt: now }).where('dossierId', '=', dossier.id).where('endedAt', 'is', null).execute()
    await announce(work, dossier, 'corrected', { correction, isBeforeReturn: true })
    return { dossierId: dossier.id, number, symbol }
  },
})
