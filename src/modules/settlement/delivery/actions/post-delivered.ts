import { z } from 'zod'
import { holdDossier } from '#modules/dossier/index.ts'
import { allDone, announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { DossierReference, optionalText, shortText } from '../../fields.ts'

export const PostDelivered = DossierReference.extend({
  /** Whom the post found, by its delivery slip. */
  receiverName: shortText('Hãy ghi tên người ký nhận trên báo phát.', 200),
  proof: z.enum(['receipt', 'identity', 'authorization'], 'Hãy chọn căn cứ nhận.').default('identity'),
  proofNumber: optionalText(100),
})

/** T20, bưu chính đã phát: the result is returned (national status 10); its step ends with it. */
export const postDelivered = action('intake.return-result', {
  input: PostDelivered,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, receiverName, proof, proofNumber }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const originals = await tx
      .selectFrom('dossierComponent')
      .select('id')
      .where('dossierId', '=', dossierId)
      .where('originalsReturnedAt', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    await transit(work, dossier, 'post-delivered', { isReceiverKnown: true }, { also: () => allDone(dossier.actions) })
    await tx
      .updateTable('parcel')
      .set({ outcome: 'delivered', endedAt: now })
      .where('dossierId', '=', dossierId)
      .where('outcome', 'is', null)
      .execute()
    await tx
      .insertInto('dossierReturn')
      .values({
        dossierId,
        method: 'post',
        receiverName,
        proof,
        proofNumber: proofNumber ?? null,
        originalsReturned: originals !== undefined,
        returnedAt: now,
        officerId: actor.kind === 'officer' ? actor.id : null,
      })
      .execute()
    await announce(work, dossier, 'returned', { method: 'post' })
    return { dossierId, returnedAt: now }
  },
})
