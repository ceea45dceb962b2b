/** T8–T9: the supplement after reception. */
import { supplementPeriods } from '#modules/settlement/index.ts'
import type { Offer } from '../offer.ts'

export const acceptOffer: Offer = {
  id: 'accept-supplement',
  slug: 'tiep-nhan-bo-sung',
  answers: ['isComplete'],
}
export const askOffer: Offer = {
  id: 'ask-supplement',
  slug: 'yeu-cau-bo-sung',
  given: (db, { actions }) => supplementPeriods(db, { actions }),
  // Late, or once more: the form asks for the leader's decision.
  answers: ['areFaultsMarked', 'isApproved', 'hasLeaderDecision'],
  isUsual: true,
}
const PROPOSABLE = ['RECEIVED', 'FORWARDED', 'AWAITING_ASSIGNMENT', 'IN_APPRAISAL', 'IN_VERIFICATION']
export const proposeOffer: Offer = {
  id: 'ask-supplement',
  slug: 'de-xuat-bo-sung',
  answers: [],
  within: {
    vi: 'Đề xuất yêu cầu bổ sung',
    en: 'Propose a supplement',
    right: 'settlement.propose-supplement',
    isHere: ({ state }) => PROPOSABLE.includes(state.state),
  },
}
export const declineOffer: Offer = {
  id: 'ask-supplement',
  slug: 'tra-lai-de-xuat-bo-sung',
  answers: [],
  within: {
    vi: 'Trả lại đề xuất yêu cầu bổ sung',
    en: 'Give a proposal back',
    right: 'settlement.ask-supplement',
    isHere: ({ state }) => PROPOSABLE.includes(state.state),
  },
}

export const offers: readonly Offer[] = [acceptOffer, proposeOffer, askOffer]
