/** T16 and T19: other ways to end than by a result. */
import type { Offer } from '../offer.ts'

export const refuseOffer: Offer = {
  id: 'refuse-after-appraisal',
  slug: 'tu-choi-giai-quyet',
  // Who appraised is told by the action; here it would take her tasks.
  answers: ['hasReason', 'isApproved', 'areDutiesSeparate'],
}
export const stopOffer: Offer = { id: 'stop-unresolvable', slug: 'dung-ho-so', answers: ['hasReason', 'hasLeaderDecision'] }
export const requestWithdrawalOffer: Offer = {
  id: 'request-withdrawal',
  slug: 'de-nghi-rut',
  answers: ['isApplicantIdentified'],
  isUsual: true,
}
export const confirmWithdrawalOffer: Offer = { id: 'confirm-withdrawal', slug: 'dung-theo-de-nghi', answers: [] }
export const declineWithdrawalOffer: Offer = { id: 'decline-withdrawal', slug: 'khong-rut', answers: ['hasReason'] }

export const offers: readonly Offer[] = [confirmWithdrawalOffer, declineWithdrawalOffer, refuseOffer, stopOffer, requestWithdrawalOffer]
