import { handBackOriginals, holdDossier, type LifeState } from '#modules/dossier/index.ts'
import { appendWithTasks, holdTask, insistMayWork, returnedFacts, unitOfTask } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { intakeErrors } from '../errors.ts'
import { ReturnResult } from '../schemas.ts'

/**
 * Trả kết quả (national status 10): who took it and on what proof, with the originals that were kept for comparison. A late dossier is never kept from being
 * returned.
 */
export const returnResult = action('intake.return-result', {
  input: ReturnResult,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, { dossierId, taskNumber, method, proof, returnedPapers, receiverName, receiverPhone, proofNumber }) {
    const { tx, now, actor } = work
    const before = await holdDossier(tx, dossierId)
    if (before.state.returnedAt)
      return intakeErrors.fail('intake.already-returned', { parameters: { at: formatMoment(before.state.returnedAt) } })
    const { dossier, task } = await holdTask(tx, { dossierId, taskNumber })
    work.about({ kind: 'dossier', id: dossierId })
    intakeErrors.insist(task.kind === 'return' && RETURNABLE.includes(dossier.state.state), 'intake.nothing-to-return')
    await insistMayWork(work, task)
    const papers = [...new Set(returnedPapers)]
    intakeErrors.insist(await handBackOriginals(work, dossierId, papers), 'intake.paper-not-kept', {
      fields: { returnedPapers: 'Hãy chọn lại trong danh sách giấy tờ của hồ sơ.' },
    })
    const originalsReturned = papers.length > 0
    await tx
      .insertInto('dossierReturn')
      .values({
        dossierId,
        method,
        receiverName,
        receiverPhone: receiverPhone ?? null,
        proof,
        proofNumber: proofNumber ?? null,
        originalsReturned,
        returnedAt: now,
        officerId: actor.kind === 'officer' ? actor.id : null,
      })
      .execute()
    appendWithTasks(work, dossier, ...returnedFacts(task, { method, proof, originalsReturned }))
    return { dossierId, returnedAt: now }
  },
})

/** In the post it is returned by the post's own word. */
const RETURNABLE: readonly LifeState[] = ['RESULT_AVAILABLE', 'REFUSED_AFTER_APPRAISAL']
