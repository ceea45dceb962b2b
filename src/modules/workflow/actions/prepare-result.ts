import { z } from 'zod'
import { insistOwnDocuments } from '#modules/documents/index.ts'
import { issuingAgency } from '#modules/organization/index.ts'
import { action, type Work } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { appendWithTasks } from '../advance.ts'
import { workflowErrors } from '../errors.ts'
import { type HeldTask, holdTask, insistMayWork, unitOfTask } from '../hold.ts'
import { TaskReference } from './reference.ts'

export const ResultName = z.string({ error: 'Hãy ghi tên kết quả.' }).trim().min(3, 'Hãy ghi tên kết quả.').max(500, 'Tối đa 500 ký tự.')

export const PrepareResult = TaskReference.extend({
  name: ResultName,
  documentId: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().positive().optional()),
})

/** Lập dự thảo kết quả: names the result and its document; done again, it replaces the draft. After the number is given it cannot change. */
export const prepareResult = action('workflow.prepare-result', {
  input: PrepareResult,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, { name, documentId, ...reference }) {
    const held = await holdForDraft(work, reference)
    if (documentId) await insistOwnDocuments(work.tx, work.actor, [documentId])
    return { resultId: await layDraft(work, held, { name, documentId }) }
  },
})

/** The dossier, held, if this person may lay a draft now. @throws AppError as `holdTask` and `insistMayWork`; `workflow.result-issued` */
export async function holdForDraft(work: Work, reference: TaskReference): Promise<HeldTask> {
  const held = await holdTask(work.tx, reference)
  work.about({ kind: 'dossier', id: held.dossier.id }, { task: held.task.number })
  await insistMayWork(work, held.task)
  workflowErrors.insist(!held.dossier.state.finishedAt, 'workflow.result-issued')
  return held
}

/**
 * Lays the draft in place of the one before; returns the result's id. The result will be numbered by the agency, not by its division: documents carry the agency's
 * symbol, and two divisions must not issue the same number (NĐ 30/2020/NĐ-CP art. 15).
 */
export async function layDraft(
  work: Work,
  { dossier }: Pick<HeldTask, 'dossier'>,
  { name, documentId }: { name: string; documentId?: number },
): Promise<number> {
  const { tx, now } = work
  const { id: issuingUnitId } = await issuingAgency(tx, dossier.settlingUnitId)
  const draft = { name, documentId: documentId ?? null, issuingUnitId, year: Number(localDate(now).slice(0, 4)) }
  const { id } = await tx
    .insertInto('dossierResult')
    .values({ dossierId: dossier.id, ...draft })
    .onConflict((conflict) => conflict.column('dossierId').doUpdateSet(draft))
    .returning('id')
    .executeTakeFirstOrThrow()
  if (documentId)
    await tx.insertInto('dossierDocument').values({ dossierId: dossier.id, documentId, kind: 'result', createdAt: now }).execute()
  appendWithTasks(work, dossier, { kind: 'result-prepared', resultId: id, name, documentId })
  return id
}
