import { type DossierFact, issueDossierCode, parseDossierCode } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, insistAllowed } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { checkReception } from '../check-reception.ts'
import { intakeErrors } from '../errors.ts'
import { receptionPromise } from '../filing.ts'
import { getAgencyCode, nextDossierId, openDossier, savedParties } from '../new-dossier.ts'
import { FileDossier } from '../schemas.ts'

/**
 * Nộp hồ sơ trực tuyến (T1): the dossier exists from here, the legal clock does not run yet. The receiving unit has eight working hours to accept, to ask once for everything
 * that is missing, or to refuse; the applicant is told at once that the filing has arrived. A filing that comes with a dossier code of its portal keeps it.
 */
export const fileOnline = action('intake.file', {
  input: FileDossier,
  scope: (_tx, input) => input.receivingUnitId,
  async work(work, filed) {
    const { tx, now } = work
    const input = { ...filed, channel: 'online' as const }
    const [{ procedure, calendars }, agencyCode, parties, id] = await Promise.all([
      checkReception(tx, input, work),
      getAgencyCode(tx, input.receivingUnitId),
      savedParties(work, input),
      nextDossierId(tx),
    ])
    insistAllowed('file-online', {
      state: 'nothing',
      now,
      calendar: calendars(procedure.settlingUnitId),
      isApplicantIdentified: true,
      isVersionInForce: true,
      isComplete: true,
    })
    const promise = receptionPromise(calendars, input.receivingUnitId, now)
    const code = (await portalCode(tx, input.externalCode)) ?? (await issueDossierCode(tx, agencyCode, now))
    const fact: DossierFact = {
      kind: 'filed',
      code,
      channel: input.channel,
      procedureVersionId: procedure.versionId,
      procedureCaseId: procedure.caseId,
      receivingUnitId: input.receivingUnitId,
      settlingUnitId: procedure.settlingUnitId,
      promise,
    }
    const dossier = openDossier(work, { id, code, procedure, input, ...parties, facts: [fact] })
    const answerBy = new Date(promise.dueAt)
    const paper = await layPaper(work, dossier, { form: 'ACKNOWLEDGEMENT', details: { filedAt: now, answerBy } })
    await announce(work, dossier, 'acknowledged', { paperId: paper.paperId, answerBy: promise.dueAt })
    work.about({ kind: 'dossier', id }, { code, did: 'file' })
    return { dossierId: id, code, filedAt: now, answerBy }
  },
})

/** The code the portal gave, where it is a dossier code and nobody has it (TT 03/2025/TT-VPCP art. 13). @throws AppError `intake.code-taken` */
async function portalCode(tx: Transaction, given: string | undefined): Promise<string | undefined> {
  if (!given || !parseDossierCode(given)) return undefined
  const code = given.trim().toUpperCase()
  const taken = await tx.selectFrom('dossier').select('id').where('code', '=', code).executeTakeFirst()
  intakeErrors.insist(!taken, 'intake.code-taken', { parameters: { code }, fields: { externalCode: 'Mã hồ sơ này đã có.' } })
  return code
}
