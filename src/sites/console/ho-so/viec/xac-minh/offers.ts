/** T7: verification on the spot. */
import type { Offer } from '../offer.ts'

export const verifyOffer: Offer = { id: 'verify', slug: 'xac-minh', answers: [] }
export const verifiedOffer: Offer = { id: 'verified', slug: 'ket-thuc-xac-minh', answers: [] }

export const offers: readonly Offer[] = [verifiedOffer, verifyOffer]
