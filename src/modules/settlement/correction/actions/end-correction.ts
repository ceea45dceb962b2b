import { z } from 'zod'
import { holdDossier } from '#modules/dossier/index.ts'
import { allDone, announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { DossierReference, shortText } from '../../fields.ts'

export const EndCorrection = DossierReference.extend({
  receiverName: shortText('Hãy ghi tên người nhận.', 200),
  proof: z.enum(['receipt', 'identity', 'authorization'], 'Hãy chọn căn cứ nhận.'),
})

/** T22, trả kết quả đã đính chính: once the right result has been approved and numbered. */
export const endCorrection = action('intake.return-result', {
  input: EndCorrection,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, receiverName, proof }) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const row = await tx
      .selectFrom('correction')
      .select(['number', 'issuedAt'])
      .where('dossierId', '=', dossierId)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    await transit(
      work,
      dossier,
      'end-correction',
      { isApproved: Boolean(row?.issuedAt), isReceiverKnown: true },
      { details: { number: row?.number }, also: () => allDone(dossier.actions) },
    )
    await tx
      .updateTable('correction')
      .set({ endedAt: now, receiverName, proof })
      .where('dossierId', '=', dossierId)
      .where('endedAt', 'is', null)
      .execute()
    await announce(work, dossier, 'returned', { correction: row?.number })
    return { dossierId, returnedAt: now }
  },
})
