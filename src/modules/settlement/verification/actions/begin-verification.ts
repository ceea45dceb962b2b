import { z } from 'zod'
import { holdDossier } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { instantAt } from '#platform/text/dates.ts'
import { DossierReference } from '../../fields.ts'
import { officerOf, ReasonText } from '../../grounds.ts'

export const BeginVerification = DossierReference.extend({
  plannedOn: z.iso.date({ error: 'Hãy chọn ngày xác minh.' }),
  plannedTime: z.string({ error: 'Hãy ghi giờ xác minh.' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Hãy ghi giờ theo mẫu 08:30.'),
  place: z.string({ error: 'Hãy ghi địa điểm.' }).trim().min(3, 'Hãy ghi địa điểm.').max(300),
  content: ReasonText,
})

/** Thẩm tra, xác minh (T7): where, when and what. The clock runs on; the step waits until the minutes are written. */
export const beginVerification = action('settlement.verify', {
  input: BeginVerification,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, plannedOn, plannedTime, place, content }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    await transit(work, dossier, 'verify')
    const { id } = await tx
      .insertInto('verification')
      .values({ dossierId, begunAt: now, begunById: officerOf(actor), plannedAt: instantAt(plannedOn, plannedTime), place, content })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { verificationId: id }
  },
})
