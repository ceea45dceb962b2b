import { z } from 'zod'
import { holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { openLegs } from '../../coordination/open-legs.ts'
import { DossierReference, longText, optionalId, shortText } from '../../fields.ts'

export const AskTax = DossierReference.extend({
  /** The tax agency's unit, where it works in this system. */
  unitId: optionalId,
  agency: shortText('Hãy ghi tên cơ quan thuế.'),
  content: longText('Hãy ghi nội dung đề nghị xác định.'),
  workingDays: z.coerce
    .number('Hãy ghi số ngày làm việc.')
    .int()
    .min(1, 'Ít nhất 01 ngày làm việc.')
    .max(60, 'Nhiều nhất 60 ngày làm việc.'),
})

/** T13, chuyển cơ quan thuế: a leg of the tax agency with its own due date; the dossier's clock runs on. */
export const askTax = action('settlement.request-payment', {
  input: AskTax,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, unitId, agency, content, workingDays }) {
    const dossier = await holdDossier(work.tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const legs = await openLegs(work, dossier, [{ kind: 'tax', unitId, agency, content, workingDays }])
    await transit(work, dossier, 'ask-tax', {}, { details: unitId === undefined ? {} : { unitId }, way: legs.way, also: () => legs.facts })
    await layPaper(work, dossier, {
      form: 'TRANSFER_SLIP',
      details: { purpose: 'tax', legs: [{ agency, work: content, dueAt: legs.dueAt[0] }] },
    })
    await announce(work, dossier, 'leg-sent', { tasks: legs.numbers, kind: 'tax' })
    return { dossierId, taskNumber: legs.numbers[0] }
  },
})
