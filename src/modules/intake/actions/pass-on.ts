import { findOffer } from '#modules/catalogue/index.ts'
import { type DossierFact, getReason, type HeldDossier, holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import {
  announce,
  askedOf,
  beginAgain,
  openTasks,
  positionOf,
  prepareOpening,
  processOf,
  transit,
  unitsOfDossier,
} from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { intakeErrors } from '../errors.ts'
import { isForwardLate } from '../forward-day.ts'
import { PassOn } from '../schemas.ts'

/**
 * Chuyển đúng cơ quan có thẩm quyền trong ngày (NĐ 61/2018 art. 18(3)): papers and dossier go to the one-stop unit of the authority whose business it is, with a transfer slip.
 * A filing waits there for its reception, its eight hours running on; a dossier that was received keeps its code and its date, and its process begins there again.
 */
export const passOn = action('intake.forward', {
  input: PassOn,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, toUnitId, reasonCode, text }) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { did: 'pass-on', toUnitId })
    const [reason, offer] = await Promise.all([
      getReason(tx, 'refusal', reasonCode),
      findOffer(tx, dossier.procedureId, toUnitId, localDate(now)),
    ])
    if (!offer)
      return intakeErrors.fail('intake.not-received-there', { fields: { toUnitId: 'Nơi này không tiếp nhận thủ tục của hồ sơ.' } })
    const units = { receivingUnitId: toUnitId, settlingUnitId: offer.settlingUnitId }
    const given = {
      isForAnotherAuthority: toUnitId !== dossier.receivingUnitId || offer.settlingUnitId !== dossier.settlingUnitId,
      hasReason: true,
    }
    const details = { reasonCode, text, unitId: toUnitId, settlingUnitId: offer.settlingUnitId }
    const { receivedAt } = dossier.state
    if (receivedAt) {
      const again = await movedProcess(work, dossier, units)
      await transit(work, dossier, 'pass-to-right-authority', given, { details, way: again?.way, also: () => again?.facts ?? [] })
    } else await transit(work, dossier, 'pass-filing-on', given, { details })
    const paper = await layPaper(work, dossier, {
      form: 'TRANSFER_SLIP',
      details: {
        purpose: 'right-authority',
        legs: [{ agency: offer.receivingUnitName, work: text, dueAt: dossier.state.clock?.dueAt ?? dossier.state.receptionClock?.dueAt }],
        note: reason.vi,
      },
    })
    const { calendars } = await prepareOpening(tx, dossier, now)
    const since = receivedAt ?? dossier.state.filedAt
    const isLate = since !== undefined && isForwardLate(calendars(dossier.receivingUnitId), since, now)
    await tx.updateTable('dossier').set(units).where('id', '=', dossierId).execute()
    await announce(work, dossier, 'passed-on', { paperId: paper.paperId, ...units })
    return { dossierId, code: dossier.code, isLate }
  },
})

/** What is open here ends; the reception opens at the other one-stop unit. */
async function movedProcess(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  dossier: HeldDossier,
  units: { receivingUnitId: number; settlingUnitId: number },
) {
  if (dossier.state.processId === undefined) return undefined
  const there = { ...units, procedureId: dossier.procedureId }
  const [process, opening] = await Promise.all([processOf(tx, dossier), prepareOpening(tx, there, now)])
  const { way, facts } = beginAgain(opening, there, process, askedOf(dossier, now), positionOf(dossier.actions).next)
  const ended = openTasks(dossier.actions).map(({ number }): DossierFact => ({ kind: 'task-cancelled', number, reason: 'sent-back' }))
  return { way, facts: [...ended, ...facts] }
}
