import { z } from 'zod'
import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { findOfficerName } from '#modules/identity/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import { DossierReference, listOfIds, longText, optionalText, ReasonCode } from '../../fields.ts'

export const RecordLoss = DossierReference.extend({
  reasonCode: ReasonCode,
  foundOn: z.iso.date('Hãy chọn ngày phát hiện.'),
  place: optionalText(300),
  /** Of the papers handed in, by id. */
  papers: listOfIds,
  cause: longText('Hãy ghi nguyên nhân.'),
  /** What the agency does and bears (NĐ 61/2018/NĐ-CP art. 21(2)). */
  remedy: longText('Hãy ghi biện pháp khắc phục, bồi thường.'),
})

/** T23, biên bản mất, hư hỏng: the incident goes on record and the agency apologises; the dossier stays where it is, and so does its due date. */
export const recordLoss = action('settlement.record-loss', {
  input: RecordLoss,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, reasonCode, foundOn, place, papers, cause, remedy }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const reason = await getReason(tx, 'loss', reasonCode)
    const foundAt = instantAt(foundOn, '08:00')
    if (foundAt > now) return commonErrors.fail('input.invalid', { fields: { foundOn: 'Ngày phát hiện không thể sau hôm nay.' } })
    const state = reasonCode === 'damaged' ? ('damaged' as const) : ('lost' as const)
    const lost = (await papersHandedIn(work.tx, dossierId, papers)).map((name) => ({ name, state }))
    if (lost.length === 0) return commonErrors.fail('input.invalid', { fields: { papers: 'Hãy chọn giấy tờ bị mất hoặc hư hỏng.' } })
    const { id } = await tx
      .insertInto('loss')
      .values({
        dossierId,
        reasonId: reason.id,
        foundAt,
        place: place ?? null,
        papers: JSON.stringify(lost),
        cause,
        remedy,
        recordedById: actor.kind === 'officer' ? actor.id : null,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await transit(work, dossier, 'record-loss', { hasLossRecord: true }, { details: { reasonCode, number: id } })
    const recorder = actor.kind === 'officer' ? await findOfficerName(tx, actor.id) : undefined
    await layPaper(work, dossier, {
      form: 'LOSS_RECORD',
      details: { foundAt, place, lost, cause, remedy, participants: recorder ? [{ name: recorder, role: 'Người lập biên bản' }] : [] },
    })
    const names = lost.map(({ name }) => name).join('; ')
    await layPaper(work, dossier, {
      form: 'APOLOGY_LETTER',
      details: { fault: `${reason.vi}: ${names}.`, remedy },
    })
    await announce(work, dossier, 'lost', { loss: id })
    return { dossierId, lossId: id }
  },
})

async function papersHandedIn(tx: Parameters<typeof holdDossier>[0], dossierId: number, ids: number[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('dossierComponent')
    .select('name')
    .where('dossierId', '=', dossierId)
    .where('id', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map(({ name }) => name)
}
