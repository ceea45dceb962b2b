/** T17–T18: extension, apology. */
import type { Offer } from '../offer.ts'

export const extendOffer: Offer = { id: 'extend', slug: 'gia-han', answers: ['hasReason', 'newDueAt'], isUsual: true }
export const apologiseOffer: Offer = { id: 'apologise-late', slug: 'xin-loi', answers: ['hasReason'] }
export const excuseOffer: Offer = { id: 'excuse-lateness', slug: 'khong-phai-xin-loi', answers: ['hasReason'] }

export const offers: readonly Offer[] = [extendOffer, apologiseOffer, excuseOffer]
