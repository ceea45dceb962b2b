import { settlingRulesOf } from '#modules/catalogue/index.ts'
import { insistOwnDocuments } from '#modules/documents/index.ts'
import { holdDossier } from '#modules/dossier/index.ts'
import { issuingAgency, settlesAlone } from '#modules/organization/index.ts'
import {
  appendWithTasks,
  atOnceFacts,
  insistAllowed,
  layDraft,
  legalSituation,
  numberResult,
  openTasks,
  prepareOpening,
  processOf,
  resultIssued,
  tellOfResult,
  unitsOfDossier,
} from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { SettleAtOnce } from '../schemas.ts'

/**
 * Giải quyết, trả kết quả ngay (NĐ 61/2018 art. 17(4)): the result is made, approved by the one who does this and numbered in one act; what the process would still have done
 * is passed over, and the return opens. Whether who received it may do it alone is a parameter of the system (`settles-alone`).
 */
export const settleAtOnce = action('workflow.issue-result', {
  input: SettleAtOnce,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, name, symbol, documentId }) {
    const { tx, actor, now } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { did: 'settle-at-once' })
    const [row, alone, opening] = await Promise.all([
      tx.selectFrom('dossier').select(['procedureVersionId', 'receivedById']).where('id', '=', dossierId).executeTakeFirstOrThrow(),
      settlesAlone(tx),
      prepareOpening(tx, dossier, now),
    ])
    const { isSameDay, isFourOnTheSpot } = await settlingRulesOf(tx, row.procedureVersionId)
    const isOther = actor.kind !== 'officer' || actor.id !== row.receivedById
    insistAllowed(
      'settle-at-once',
      legalSituation(dossier, opening.calendars(dossier.settlingUnitId), now, {
        isSameDayProcedure: isSameDay,
        isApproved: true,
        areDutiesSeparate: isOther || alone,
        isFourOnTheSpot: isFourOnTheSpot && alone,
      }),
    )
    if (documentId) await insistOwnDocuments(tx, actor, [documentId])
    const resultId = await layDraft(work, { dossier }, { name, documentId })
    const { id: issuingUnitId } = await issuingAgency(tx, dossier.settlingUnitId)
    const number = await numberResult(work, { id: resultId, issuingUnitId }, symbol)
    const process = await processOf(tx, dossier)
    const issued = { resultId, number, symbol, finishedAt: now.toISOString() }
    appendWithTasks(work, dossier, ...atOnceFacts(dossier, process, opening, issued))
    await tellOfResult(work, dossier, opening)
    await work.emit(resultIssued, { dossierId, resultId, number, symbol })
    return { dossierId, code: dossier.code, number, symbol, taskNumber: openTasks(dossier.actions)[0]?.number }
  },
})
