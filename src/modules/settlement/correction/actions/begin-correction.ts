import { z } from 'zod'
import { unitCalendars } from '#modules/calendar/index.ts'
import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, correctionTask, transit, unitsOfDossier, wayBesides } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { longText } from '../../fields.ts'
import { insistPossible } from '../../insist-possible.ts'
import { placeToSign } from '../../leader.ts'
import { ErrorRecord, writeCorrection } from '../correction-row.ts'

export const BeginCorrection = ErrorRecord.extend({
  /** How it is made good; printed in the letter of apology. */
  remedy: longText('Hãy ghi cách khắc phục.'),
  workingDays: z.coerce
    .number('Hãy ghi số ngày làm việc.')
    .int()
    .min(1, 'Ít nhất 01 ngày làm việc.')
    .max(60, 'Nhiều nhất 60 ngày làm việc.')
    .default(3),
})

/** T22, đính chính, cấp lại: the agency at fault bears the cost and apologises; a task of its own, with a clock of its own, makes the right result. */
export const beginCorrection = action('settlement.correct-result', {
  input: BeginCorrection,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, input.dossierId)
    work.about({ kind: 'dossier', id: dossier.id })
    const reason = await getReason(tx, 'correction', input.reasonCode)
    const given = { hasErrorRecord: true }
    await insistPossible(work, dossier, 'begin-correction', given)
    const place = await placeToSign(work, dossier)
    const calendars = await unitCalendars(tx, [place.unitId])
    const task = correctionTask({ calendars, now }, dossier, place, input.workingDays)
    const correction = await writeCorrection(work, dossier, input, reason, false)
    await transit(work, dossier, 'begin-correction', given, {
      details: { reasonCode: input.reasonCode, number: correction, unitId: input.faultUnitId ?? dossier.settlingUnitId },
      way: wayBesides(dossier, 1),
      also: () => [{ kind: 'task-opened', task }],
    })
    await layPaper(work, dossier, { form: 'APOLOGY_LETTER', details: { fault: input.error, remedy: input.remedy } })
    await announce(work, dossier, 'corrected', { correction, by: task.dueAt })
    return { dossierId: dossier.id, taskNumber: task.number }
  },
})
