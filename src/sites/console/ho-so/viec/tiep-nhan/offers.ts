/** T3–T6 and T10: what the one-stop unit does with a filing, and before a dossier is with its officer. */
import { settlingRulesOf } from '#modules/catalogue/index.ts'
import { findOpenSupplement } from '#modules/intake/index.ts'
import type { Offer } from '../offer.ts'

export const acceptOffer: Offer = {
  id: 'accept-online',
  slug: 'tiep-nhan-truc-tuyen',
  answers: ['isComplete'],
  given: () => ({ isVersionInForce: true }),
}

export const askOffer: Offer = {
  id: 'ask-supplement-before-reception',
  slug: 'bo-sung-truoc-tiep-nhan',
  // Once more, or after eight hours: the form asks for the leader's decision.
  answers: ['areFaultsMarked', 'hasLeaderDecision'],
}

export const refuseOffer: Offer = { id: 'refuse-online', slug: 'tu-choi-tiep-nhan', answers: ['hasReason'] }

export const passFilingOffer: Offer = {
  id: 'pass-filing-on',
  slug: 'chuyen-ho-so-truc-tuyen',
  answers: ['isForAnotherAuthority', 'hasReason'],
}

export const passOnOffer: Offer = {
  id: 'pass-to-right-authority',
  slug: 'chuyen-dung-co-quan',
  answers: ['isForAnotherAuthority', 'hasReason'],
}

export const resubmitOffer: Offer = {
  id: 'resubmit',
  slug: 'nop-bo-sung',
  answers: [],
  within: {
    vi: 'Ghi nhận hồ sơ bổ sung',
    en: 'Record the supplement',
    right: 'intake.file',
    isHere: ({ state }) => state.state === 'AWAITING_INTAKE_SUPPLEMENT',
  },
}

export const closeOffer: Offer = {
  id: 'close-unanswered',
  slug: 'dong-khong-bo-sung',
  answers: [],
  async given(db, { id }) {
    const request = await findOpenSupplement(db, id)
    return { supplementAskedAt: request?.askedAt, supplementAnswerBy: request?.answerBy }
  },
}

export const forwardOffer: Offer = { id: 'forward', slug: 'chuyen-giai-quyet', answers: [] }

export const onTheSpotOffer: Offer = {
  id: 'settle-on-the-spot',
  slug: 'giai-quyet-tai-cho',
  answers: [],
  given: async (db, { procedure }) => ({ isFourOnTheSpot: (await settlingRulesOf(db, procedure.versionId)).isFourOnTheSpot }),
}

export const atOnceOffer: Offer = {
  id: 'settle-at-once',
  slug: 'giai-quyet-ngay',
  answers: ['isApproved', 'areDutiesSeparate'],
  given: async (db, { procedure }) => ({ isSameDayProcedure: (await settlingRulesOf(db, procedure.versionId)).isSameDay }),
}

export const offers: readonly Offer[] = [
  acceptOffer,
  askOffer,
  refuseOffer,
  passFilingOffer,
  resubmitOffer,
  forwardOffer,
  onTheSpotOffer,
  atOnceOffer,
  passOnOffer,
  closeOffer,
]
