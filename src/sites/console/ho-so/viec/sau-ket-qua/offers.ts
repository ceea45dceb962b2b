/** T20, T22, T23: the post, correction, loss. */
import { areFeesPaid } from '#modules/settlement/index.ts'
import type { Offer } from '../offer.ts'

const fees: NonNullable<Offer['given']> = (_db, { state }) => ({ areFeesPaid: areFeesPaid(state) })

export const postOffer: Offer = {
  id: 'post-result',
  slug: 'giao-buu-chinh',
  answers: ['areOriginalsBack', 'hasTrackingNumber'],
  given: fees,
}
export const deliveredOffer: Offer = { id: 'post-delivered', slug: 'buu-chinh-da-phat', answers: ['isReceiverKnown'] }
export const cameBackOffer: Offer = { id: 'post-came-back', slug: 'buu-chinh-chuyen-hoan', answers: ['hasReason'] }
export const replaceOffer: Offer = { id: 'replace-before-return', slug: 'thay-ket-qua', answers: ['hasErrorRecord', 'hasLeaderDecision'] }
export const beginCorrectionOffer: Offer = { id: 'begin-correction', slug: 'dinh-chinh', answers: ['hasErrorRecord'] }
export const issueCorrectionOffer: Offer = {
  id: 'end-correction',
  slug: 'cap-so-dinh-chinh',
  answers: [],
  within: {
    vi: 'Ký, cấp số kết quả đã đính chính',
    en: 'Sign and number the corrected result',
    right: 'settlement.correct-result',
    isHere: ({ state }) => state.state === 'CORRECTING' && state.open.some(({ kind }) => kind === 'signature'),
  },
}
export const endCorrectionOffer: Offer = {
  id: 'end-correction',
  slug: 'tra-dinh-chinh',
  answers: ['isReceiverKnown'],
  given: (_db, { state }) => ({ isApproved: state.open.some(({ kind }) => kind === 'return') }),
  isUsual: true,
}
export const lossOffer: Offer = { id: 'record-loss', slug: 'mat-hu-hong', answers: ['hasLossRecord'] }

export const offers: readonly Offer[] = [
  postOffer,
  deliveredOffer,
  cameBackOffer,
  replaceOffer,
  beginCorrectionOffer,
  issueCorrectionOffer,
  endCorrectionOffer,
  lossOffer,
]
