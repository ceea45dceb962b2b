import { z } from 'zod'
import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { blank, DossierReference, optionalText, ReasonCode, Tick } from '../../fields.ts'
import { officerOf } from '../../grounds.ts'

export const RequestWithdrawal = DossierReference.extend({
  reasonCode: ReasonCode,
  text: optionalText(2_000),
  channel: z.enum(['counter', 'online', 'post'], 'Hãy chọn cách người nộp gửi đề nghị.'),
  /** The day of the request; absent: now. */
  requestedOn: z.preprocess(blank, z.iso.date({ error: 'Hãy chọn ngày người nộp đề nghị.' }).optional()),
  /** Who asks is the owner, the submitter, or somebody they authorised. */
  isIdentified: Tick,
})

/**
 * Đề nghị rút hồ sơ (T19): the applicant's wish as the desk or a partner records it, with its day and channel. The clock stands still until the one-stop unit has looked
 * whether a decision exists.
 */
export const requestWithdrawal = action('intake.request-withdrawal', {
  input: RequestWithdrawal.refine(({ requestedOn }) => requestedOn === undefined || requestedOn >= '2018-01-01', {
    path: ['requestedOn'],
    message: 'Ngày đề nghị không hợp lệ.',
  }),
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, reasonCode, text, channel, requestedOn, isIdentified }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    const reason = await getReason(tx, 'withdrawal', reasonCode)
    work.about({ kind: 'dossier', id: dossierId }, { reasonCode, channel })
    await transit(
      work,
      dossier,
      'request-withdrawal',
      { isApplicantIdentified: isIdentified },
      { details: { reasonCode, text: reason.vi } },
    )
    // What came by post yesterday is recorded today; a day that is still to come is today.
    const requestedAt = requestedOn && requestedOn < localDate(now) ? instantAt(requestedOn, '17:00') : now
    await tx
      .insertInto('withdrawal')
      .values({ dossierId, requestedAt, channel, reasonId: reason.id, text: text ?? null, recordedById: officerOf(actor) })
      .execute()
    return { requestedAt }
  },
})
