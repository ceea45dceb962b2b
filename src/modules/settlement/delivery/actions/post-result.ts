import { z } from 'zod'
import { holdDossier } from '#modules/dossier/index.ts'
import { layHandoverList } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference, listOfIds, shortText, Tick } from '../../fields.ts'
import { giveOriginalsBack } from '../../kept-originals.ts'
import { areFeesPaid, hasOriginals } from '../ready-to-return.ts'

export const PostResult = DossierReference.extend({
  trackingNumber: z
    .string({ error: 'Hãy ghi số hiệu bưu gửi.' })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{6,40}$/, 'Số hiệu bưu gửi gồm chữ và số, ít nhất 6 ký tự. Ví dụ: EB123456789VN.'),
  receiverName: shortText('Hãy ghi tên người nhận.', 200),
  address: shortText('Hãy ghi địa chỉ nhận.', 500),
  /** Papers of the dossier, by id, whose originals go along. */
  returnedPapers: listOfIds,
  /** Those taken for comparison are in the parcel, or there are none. */
  originalsEnclosed: Tick.default(false),
})

/** As it stands on the hand-over list. */
const CARRIER = 'Bưu chính công ích'

/** T20, giao bưu chính công ích: the result is on its way; it counts as returned when the post says so. */
export const postResult = action('intake.return-result', {
  input: PostResult,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, trackingNumber, receiverName, address, returnedPapers, originalsEnclosed }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    await giveOriginalsBack(work, dossierId, returnedPapers)
    await transit(work, dossier, 'post-result', {
      areFeesPaid: areFeesPaid(dossier.state),
      areOriginalsBack: originalsEnclosed || returnedPapers.length > 0 || !(await hasOriginals(tx, dossierId)),
      hasTrackingNumber: true,
    })
    const row = await tx
      .insertInto('parcel')
      .values({ dossierId, trackingNumber, receiverName, address, sentAt: now, sentById: actor.kind === 'officer' ? actor.id : null })
      .onConflict((conflict) => conflict.column('trackingNumber').doNothing())
      .returning('id')
      .executeTakeFirst()
    settlementErrors.insist(row, 'settlement.parcel-known', { fields: { trackingNumber: 'Hãy kiểm tra lại số hiệu trên biên nhận.' } })
    await layHandoverList(work, { unitId: dossier.receivingUnitId, to: CARRIER, dossierIds: [dossierId] })
    await announce(work, dossier, 'posted', { trackingNumber })
    return { dossierId, trackingNumber }
  },
})
