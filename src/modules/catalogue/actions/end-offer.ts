import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { catalogueErrors } from '../errors.ts'

export const EndOffer = z.object({ offerId: z.coerce.number().int().positive(), validBefore: z.iso.date() })

/** Thôi giao: from `validBefore` on the unit no longer receives the procedure. Dossiers received before stay with it. */
export const endOffer = action('catalogue.edit-offers', {
  input: EndOffer,
  scope: () => undefined,
  async work({ tx, about }, { offerId, validBefore }) {
    const offer = await tx.selectFrom('procedureOffer').selectAll().where('id', '=', offerId).forUpdate().executeTakeFirst()
    if (!offer) return commonErrors.fail('record.not-found')
    catalogueErrors.insist(validBefore >= offer.validFrom, 'catalogue.offer-order', {
      fields: { validBefore: 'Phải từ ngày bắt đầu trở đi.' },
    })
    await tx.updateTable('procedureOffer').set({ validBefore }).where('id', '=', offerId).execute()
    about({ kind: 'procedure', id: offer.procedureId }, { did: 'end-offer', unit: offer.receivingUnitId, before: validBefore })
  },
})
