import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference, ReasonCode } from '../../fields.ts'
import { inOneSentence, officerOf, ReasonText } from '../../grounds.ts'
import { NewDate, newDate } from '../new-date.ts'

export const ApologiseLate = DossierReference.extend({
  reasonCode: ReasonCode,
  text: ReasonText,
  newDueOn: NewDate.newDueOn.optional(),
  newDueTime: NewDate.newDueTime,
})

/**
 * Xin lỗi do quá hạn (T18): form 04 for a dossier that is late. The date it names is a word given to the applicant; the one that lateness is counted by stays. A result that
 * came late already gets an apology without a date.
 */
export const apologiseLate = action('settlement.extend', {
  input: ApologiseLate,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, reasonCode, text, newDueOn, newDueTime }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    const [reason, earlier] = await Promise.all([
      getReason(tx, 'extension', reasonCode),
      tx
        .selectFrom('apology')
        .select((eb) => eb.fn.max('dueAfter').as('until'))
        .where('dossierId', '=', dossierId)
        .where('kind', '=', 'lateness')
        .executeTakeFirstOrThrow(),
    ])
    work.about({ kind: 'dossier', id: dossierId }, { reasonCode })
    const { finishedAt, clock } = dossier.state
    await transit(work, dossier, 'apologise-late', { hasReason: true }, { details: { reasonCode, text: reason.vi } })
    if (!clock) throw new Error('A dossier without a date was apologised for')
    // An end is not promised again; while it is open, one word given is kept before another is given.
    settlementErrors.insist(!earlier.until || (!finishedAt && earlier.until < now), 'settlement.apologised', {
      parameters: { until: earlier.until ? formatMoment(earlier.until) : '' },
    })
    const promised = finishedAt ? undefined : await promisedAt(newDueOn, newDueTime)
    const { id } = await tx
      .insertInto('apology')
      .values({
        dossierId,
        kind: 'lateness',
        dueBefore: clock.dueAt,
        dueAfter: promised ?? finishedAt ?? now,
        reasonId: reason.id,
        text,
        approvedById: officerOf(actor),
        approvedAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const details = { reason: inOneSentence(reason, text), promisedAt: clock.dueAt, newDueAt: promised }
    const { paperId } = await layPaper(work, dossier, { form: 'APOLOGY_EXTENSION', details })
    await announce(work, dossier, 'apologised', { apologyId: id, paperId, dueBefore: clock.dueAt, promisedAt: promised })
    return { paperId, promisedAt: promised }

    async function promisedAt(on: string | undefined, time: string | undefined): Promise<Date> {
      if (on === undefined) return settlementErrors.fail('settlement.date-past', { fields: { newDueOn: 'Hãy chọn ngày sẽ trả kết quả.' } })
      const chosen = await newDate(tx, { newDueOn: on, newDueTime: time }, { ...dossier, dueAt: clock?.dueAt ?? now })
      settlementErrors.insist(chosen > now, 'settlement.date-past', { fields: { newDueOn: 'Hãy chọn một ngày sau hôm nay.' } })
      return chosen
    }
  },
})
