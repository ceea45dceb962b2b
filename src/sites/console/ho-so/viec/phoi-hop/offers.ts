/** T11–T12: opinions and liên thông. */
import type { DossierDetail } from '#modules/dossier/index.ts'
import { areLegsByHandAlone } from '#modules/workflow/index.ts'
import type { Offer } from '../offer.ts'

const byHand = ({ actions }: DossierDetail): boolean => areLegsByHandAlone(actions)

export const consultOffer: Offer = { id: 'consult', slug: 'lay-y-kien', answers: ['areLegsPlanned'], isUsual: true }
export const interoperateOffer: Offer = { id: 'interoperate', slug: 'lien-thong', answers: ['areLegsPlanned'] }
export const endConsultationOffer: Offer = {
  id: 'end-consultation',
  slug: 'ket-thuc-lay-y-kien',
  answers: [],
  given: (_db, dossier) => ({ areAnswersIn: byHand(dossier) }),
}
export const endInteroperationOffer: Offer = {
  id: 'end-interoperation',
  slug: 'ket-thuc-lien-thong',
  answers: [],
  given: (_db, dossier) => ({ areAnswersIn: byHand(dossier) }),
}

export const offers: readonly Offer[] = [endConsultationOffer, endInteroperationOffer, consultOffer, interoperateOffer]
