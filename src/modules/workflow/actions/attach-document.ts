import { z } from 'zod'
import { insistOwnDocuments } from '#modules/documents/index.ts'
import { appendFacts, holdDossier } from '#modules/dossier/index.ts'
import { action } from '#platform/action.ts'
import { unitsOfDossier } from '../hold.ts'
import { taskInHand } from '../tasks.ts'

export const AttachDocument = z.object({
  dossierId: z.coerce.number().int().positive(),
  documentIds: z.array(z.coerce.number().int().positive()).min(1, 'Hãy chọn ít nhất một tệp.').max(40),
})

/** Tài liệu làm việc: files an officer adds to the dossier at the current step. The documents were registered when they were uploaded. */
export const attachDocument = action('workflow.attach', {
  input: AttachDocument,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, documentIds }) {
    const dossier = await holdDossier(work.tx, dossierId)
    await insistOwnDocuments(work.tx, work.actor, documentIds)
    work.about({ kind: 'dossier', id: dossierId }, { documents: documentIds.length })
    const taskNumber = taskInHand(dossier.actions, work.actor)?.number
    await work.tx
      .insertInto('dossierDocument')
      .values(documentIds.map((documentId) => ({ dossierId, documentId, kind: 'working', createdAt: work.now })))
      .execute()
    appendFacts(
      work,
      dossier,
      ...documentIds.map((documentId) => ({ kind: 'document-added' as const, documentId, purpose: 'working' as const, taskNumber })),
    )
  },
})
