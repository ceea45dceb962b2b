import { unitCalendars } from '#modules/calendar/index.ts'
import { holdDossier, isLate } from '#modules/dossier/index.ts'
import { layKnownPaper } from '#modules/papers/index.ts'
import { announce, appendWithTasks, getProcessFor, insistAllowed, laneFills, legalSituation, startFacts } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { caseOfFiling } from '../filing.ts'
import { promiseFor } from '../promise.ts'
import { missingPapers } from '../queries/missing-papers.ts'
import { receivingUnitOf } from '../receiving-scope.ts'
import { AcceptFiling } from '../schemas.ts'

/**
 * Tiếp nhận hồ sơ trực tuyến (T3): ends the reception's clock and starts the legal one, from the moment of acceptance by the cut-off rules of the procedure (domain.md
 * §2.5). From here it is a dossier as any other: its process begins, the receipt is laid, the applicant is told.
 */
export const acceptFiling = action('intake.receive', {
  input: AcceptFiling,
  scope: (tx, input) => receivingUnitOf(tx, input),
  async work(work, { dossierId, isComplete, counterId, forwards, baseUrl }) {
    const { tx, actor, now, send } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { did: 'accept' })
    const calendars = await unitCalendars(tx, [dossier.receivingUnitId, dossier.settlingUnitId])
    const calendar = calendars(dossier.settlingUnitId)
    const given = { isVersionInForce: true }
    // What is no longer waiting is answered before anything else is looked at.
    insistAllowed('accept-online', legalSituation(dossier, calendar, now, { ...given, isComplete: true }))
    const procedure = await caseOfFiling(tx, dossier)
    const missing = await missingPapers(tx, dossierId, procedure.components)
    insistAllowed('accept-online', legalSituation(dossier, calendar, now, { ...given, isComplete: isComplete && missing.length === 0 }))
    const [process, fills] = await Promise.all([
      getProcessFor(tx, dossier.procedureId, dossier.settlingUnitId, localDate(now)),
      laneFills(tx, dossier),
    ])
    const promise = promiseFor(calendar, procedure.limit, now)
    const receivedById = actor.kind === 'officer' ? actor.id : undefined
    const asked = { channel: 'online', returnMethod: dossier.returnMethod, supplements: 0, isLate: false, receivedOn: localDate(now) }
    const wasLate = dossier.state.receptionClock !== undefined && isLate(dossier.state.receptionClock, now)
    appendWithTasks(
      work,
      dossier,
      {
        kind: 'received',
        code: dossier.code,
        channel: 'online',
        procedureVersionId: procedure.versionId,
        procedureCaseId: procedure.caseId,
        receivingUnitId: dossier.receivingUnitId,
        settlingUnitId: dossier.settlingUnitId,
        processId: process.id,
        promise,
      },
      { kind: 'clock', of: 'reception', entry: 'finish', reason: 'accepted', basis: 'onlineReception' },
      ...startFacts({ calendars, fills, now }, dossier, process, asked, receivedById, forwards),
    )
    send(
      tx
        .updateTable('dossier')
        .set({ receivedById: receivedById ?? null, counterId: counterId ?? null })
        .where('id', '=', dossierId),
    )
    const paper = await layKnownPaper(work, dossier, 'RECEIPT_APPOINTMENT', baseUrl)
    await announce(work, dossier, 'received', { paperId: paper.paperId, dueAt: promise.dueAt })
    return { dossierId, code: dossier.code, receivedAt: now, dueAt: new Date(promise.dueAt), wasLate }
  },
})
