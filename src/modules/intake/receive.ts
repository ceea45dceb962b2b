/** Receiving what is handed in, at a desk or outside the unit: the dossier with its promise and the first steps of its process. */
import { issueDossierCode } from '#modules/dossier/index.ts'
import { getProcessFor, laneFills, startFacts } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { checkReception } from './check-reception.ts'
import { getAgencyCode, nextDossierId, openDossier, savedParties } from './new-dossier.ts'
import type { ReceiveDossier } from './schemas.ts'

/** @throws AppError `catalogue.…`, `intake.…`, `identity.…` with the fields */
export async function receive(work: Work, input: ReceiveDossier) {
  const { tx, actor, now } = work
  const [{ procedure, calendars, promise }, agencyCode, parties] = await Promise.all([
    checkReception(tx, input, work),
    getAgencyCode(tx, input.receivingUnitId),
    savedParties(work, input),
  ])
  const units = { receivingUnitId: input.receivingUnitId, settlingUnitId: procedure.settlingUnitId, procedureId: procedure.procedureId }
  const [process, fills, id] = await Promise.all([
    getProcessFor(tx, procedure.procedureId, procedure.settlingUnitId, localDate(now)),
    laneFills(tx, units),
    nextDossierId(tx),
  ])
  const receivedById = actor.kind === 'officer' ? actor.id : undefined
  const asked = { channel: input.channel, returnMethod: input.returnMethod, supplements: 0, isLate: false, receivedOn: localDate(now) }
  const started = startFacts({ calendars, fills, now }, units, process, asked, receivedById, input.forwards)

  // The number of the day is taken last: its row is locked until the transaction ends.
  const code = await issueDossierCode(tx, agencyCode, now)
  openDossier(work, {
    id,
    code,
    procedure,
    input,
    ...parties,
    receivedById,
    facts: [
      {
        kind: 'received',
        code,
        channel: input.channel,
        procedureVersionId: procedure.versionId,
        procedureCaseId: procedure.caseId,
        receivingUnitId: units.receivingUnitId,
        settlingUnitId: units.settlingUnitId,
        processId: process.id,
        promise,
      },
      ...started,
    ],
  })
  work.about({ kind: 'dossier', id }, { code })
  return { dossierId: id, code, dueAt: new Date(promise.dueAt), receivedAt: now }
}
