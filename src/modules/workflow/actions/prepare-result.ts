import { z } from 'zod'
import { insistOwnDocuments } from '#modules/documents/index.ts'
import { action } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { appendWithTasks } from '../advance.ts'
import { workflowErrors } from '../errors.ts'
import { holdTask, insistMayWork, unitOfTask } from '../hold.ts'
import { TaskReference } from './reference.ts'

export const PrepareResult = TaskReference.extend({
  name: z.string({ error: 'Hãy ghi tên kết quả.' }).trim().min(3, 'Hãy ghi tên kết quả.').max(500, 'Tối đa 500 ký tự.'),
  documentId: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().positive().optional()),
})

/** Lập dự thảo kết quả: names the result and its document; done again, it replaces the draft. After the number is given it cannot change. */
export const prepareResult = action('workflow.prepare-result', {
  input: PrepareResult,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, { name, documentId, ...reference }) {
    const { tx, now } = work
    const { dossier, task } = await holdTask(tx, reference)
    work.about({ kind: 'dossier', id: dossier.id }, { task: task.number })
    await insistMayWork(work, task)
    workflowErrors.insist(!dossier.state.finishedAt, 'workflow.result-issued')
    if (documentId) await insistOwnDocuments(tx, work.actor, [documentId])
    const draft = { name, documentId: documentId ?? null, issuingUnitId: dossier.settlingUnitId, year: Number(localDate(now).slice(0, 4)) }
    const { id } = await tx
      .insertInto('dossierResult')
      .values({ dossierId: dossier.id, ...draft })
      .onConflict((conflict) => conflict.column('dossierId').doUpdateSet(draft))
      .returning('id')
      .executeTakeFirstOrThrow()
    if (documentId)
      await tx.insertInto('dossierDocument').values({ dossierId: dossier.id, documentId, kind: 'result', createdAt: now }).execute()
    await appendWithTasks(work, dossier, { kind: 'result-prepared', resultId: id, name, documentId })
    return { resultId: id }
  },
})
