import { holdDossier } from '#modules/dossier/index.ts'
import { appendWithTasks, holdTask, insistMayWork, unitOfTask } from '#modules/workflow/index.ts'
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
  async work(work, { dossierId, taskNumber, method, proof, originalsReturned, receiverName, receiverPhone, proofNumber }) {
    const { tx, now, actor } = work
    const before = await holdDossier(tx, dossierId)
    if (before.state.returnedAt)
      return intakeErrors.fail('intake.already-returned', { parameters: { at: formatMoment(before.state.returnedAt) } })
    const { dossier, task, step } = await holdTask(tx, { dossierId, taskNumber })
    work.about({ kind: 'dossier', id: dossierId })
    intakeErrors.insist(step.kind === 'return' && dossier.state.finishedAt, 'intake.nothing-to-return')
    await insistMayWork(work, task)
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
    if (originalsReturned)
      await tx
        .updateTable('dossierComponent')
        .set({ originalsReturnedAt: now })
        .where('dossierId', '=', dossierId)
        .where('originals', '>', 0)
        .execute()
    appendWithTasks(
      work,
      dossier,
      { kind: 'result-returned', method, proof, originalsReturned },
      { kind: 'task-completed', number: task.number },
    )
    return { dossierId, returnedAt: now }
  },
})
