import { type DossierFact, holdDossier, startFact } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { intakeErrors } from '../errors.ts'
import { caseOfFiling, receptionPromise } from '../filing.ts'
import { isDocumentFree } from '../queries/free-documents.ts'
import { receivingUnitOf } from '../receiving-scope.ts'
import { Resubmit } from '../schemas.ts'
import { addSupplementedPapers, documentIdsIn } from '../supplemented-papers.ts'

/** Nộp bổ sung trước tiếp nhận (T4): the papers come to those that are there, and the eight hours of the reception begin again. */
export const resubmit = action('intake.file', {
  input: Resubmit,
  scope: (tx, input) => receivingUnitOf(tx, input),
  async work(work, { documentId, ...given }) {
    const input = documentId ? { ...given, documentIds: [...given.documentIds, documentId] } : given
    const { tx, actor, now } = work
    const dossier = await holdDossier(tx, input.dossierId)
    work.about({ kind: 'dossier', id: dossier.id }, { did: 'resubmit' })
    const number = dossier.state.supplements.beforeReception
    const documentIds = documentIdsIn(input)
    let promise: ReturnType<typeof receptionPromise> | undefined
    await transit(
      work,
      dossier,
      'resubmit',
      { isApplicantIdentified: true },
      {
        details: { number },
        also: (calendars): DossierFact[] => {
          promise = receptionPromise(calendars, dossier.receivingUnitId, now)
          return [
            { kind: 'clock', of: 'reception', ...startFact('filed', 'onlineReception', promise) },
            ...documentIds.map((documentId): DossierFact => ({ kind: 'document-added', documentId, purpose: 'component' })),
          ]
        },
      },
    )
    if (!promise) throw new Error('A resubmission starts a clock')
    const procedure = await caseOfFiling(tx, dossier)
    intakeErrors.insist(await isDocumentFree(tx, documentIds, actor), 'intake.document-unknown')
    await addSupplementedPapers(work, { dossierId: dossier.id, procedure, input })
    await tx
      .updateTable('supplementRequest')
      .set({ answeredAt: now, outcome: 'completed' })
      .where('dossierId', '=', dossier.id)
      .where('outcome', 'is', null)
      .execute()
    const answerBy = new Date(promise.dueAt)
    const paper = await layPaper(work, dossier, { form: 'ACKNOWLEDGEMENT', details: { filedAt: now, answerBy, isSupplement: true } })
    await announce(work, dossier, 'acknowledged', { paperId: paper.paperId, answerBy: promise.dueAt, number })
    return { dossierId: dossier.id, code: dossier.code, filedAt: now, answerBy }
  },
})
