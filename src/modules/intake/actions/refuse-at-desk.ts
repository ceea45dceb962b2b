import { unitCalendars } from '#modules/calendar/index.ts'
import { getReceptionCase } from '#modules/catalogue/index.ts'
import { type DossierFact, getReason, issueDossierCode } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, insistAllowed } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { intakeErrors } from '../errors.ts'
import { documentIdsOf } from '../handed-papers.ts'
import { getAgencyCode, nextDossierId, openDossier, savedParties } from '../new-dossier.ts'
import { isDocumentFree } from '../queries/free-documents.ts'
import { RefuseAtDesk } from '../schemas.ts'

/**
 * Từ chối tiếp nhận tại quầy (T5): who came, for what and why it was refused is kept as a dossier that ends where it begins, so that refusals are counted and form 03 can
 * be found again. No clock runs.
 */
export const refuseAtDesk = action('intake.refuse', {
  input: RefuseAtDesk,
  scope: (_tx, input) => input.receivingUnitId,
  async work(work, { reasonCode, text, ...input }) {
    const { tx, now, actor } = work
    const { receivingUnitId, channel } = input
    const [procedure, reason, agencyCode, parties, id] = await Promise.all([
      getReceptionCase(tx, input.procedureCaseId, { receivingUnitId, channel, day: localDate(now) }),
      getReason(tx, 'refusal', reasonCode),
      getAgencyCode(tx, receivingUnitId),
      savedParties(work, input),
      nextDossierId(tx),
    ])
    intakeErrors.insist(await isDocumentFree(tx, documentIdsOf(input), actor), 'intake.document-unknown')
    const calendars = await unitCalendars(tx, [receivingUnitId])
    insistAllowed('refuse-at-desk', { state: 'nothing', now, calendar: calendars(receivingUnitId), hasReason: true })
    const code = await issueDossierCode(tx, agencyCode, now)
    const facts: DossierFact[] = [
      {
        kind: 'filed',
        code,
        channel,
        procedureVersionId: procedure.versionId,
        procedureCaseId: procedure.caseId,
        receivingUnitId,
        settlingUnitId: procedure.settlingUnitId,
      },
      { kind: 'transition', id: 'refuse-at-desk', reasonCode, text },
    ]
    const dossier = openDossier(work, { id, code, procedure, input, ...parties, facts })
    const paper = await layPaper(work, dossier, { form: 'REFUSAL', details: { reason: `${reason.vi}. ${text}` } })
    await announce(work, dossier, 'refused-at-reception', { paperId: paper.paperId, reasonCode })
    work.about({ kind: 'dossier', id }, { code, did: 'refuse-at-desk', reason: reasonCode })
    return { dossierId: id, code, paperId: paper.paperId }
  },
})
