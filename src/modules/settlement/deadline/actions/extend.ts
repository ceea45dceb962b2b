import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { DossierReference, ReasonCode } from '../../fields.ts'
import { inOneSentence, officerOf, ReasonText } from '../../grounds.ts'
import { NewDate, newDate } from '../new-date.ts'

export const Extend = DossierReference.extend({ reasonCode: ReasonCode, text: ReasonText, ...NewDate })

/**
 * Xin lỗi, gia hạn (T17): the head promises a later date, once, at least a day before the one that counts. Form 04 is laid, both dates are kept, and the applicant is told.
 */
export const extend = action('settlement.extend', {
  input: Extend,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, reasonCode, text, ...date }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    const reason = await getReason(tx, 'extension', reasonCode)
    work.about({ kind: 'dossier', id: dossierId }, { reasonCode })
    const dueBefore = dossier.state.clock?.dueAt
    const dueAfter = dueBefore && (await newDate(tx, date, { ...dossier, dueAt: dueBefore }))
    await transit(work, dossier, 'extend', { newDueAt: dueAfter, hasReason: true }, { details: { reasonCode, text: reason.vi } })
    if (!dueBefore || !dueAfter) throw new Error('A dossier without a date was extended')
    const { id } = await tx
      .insertInto('apology')
      .values({
        dossierId,
        kind: 'extension',
        dueBefore,
        dueAfter,
        reasonId: reason.id,
        text,
        approvedById: officerOf(actor),
        approvedAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const details = { reason: inOneSentence(reason, text), promisedAt: dueBefore, newDueAt: dueAfter }
    const { paperId } = await layPaper(work, dossier, { form: 'APOLOGY_EXTENSION', details })
    await announce(work, dossier, 'extended', { apologyId: id, paperId, dueBefore, dueAfter })
    return { paperId, dueBefore, dueAfter }
  },
})
