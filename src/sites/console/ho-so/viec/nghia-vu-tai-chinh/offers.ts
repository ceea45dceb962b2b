/** T13–T14: the tax agency, the obligation, the proof of payment. */
import type { Offer } from '../offer.ts'

export const askTaxOffer: Offer = { id: 'ask-tax', slug: 'chuyen-co-quan-thue', answers: [] }
export const noObligationOffer: Offer = { id: 'no-obligation', slug: 'khong-phat-sinh-nghia-vu', answers: ['hasReason'] }
export const notifyOffer: Offer = { id: 'notify-obligation', slug: 'thong-bao-nghia-vu', answers: ['hasObligationNotice'] }
export const requestOffer: Offer = { id: 'request-payment', slug: 'yeu-cau-nop-tien', answers: ['hasObligationNotice'] }
export const confirmOffer: Offer = { id: 'confirm-payment', slug: 'xac-nhan-da-nop', answers: ['isAmountMatched'] }

export const offers: readonly Offer[] = [confirmOffer, notifyOffer, noObligationOffer, askTaxOffer, requestOffer]
