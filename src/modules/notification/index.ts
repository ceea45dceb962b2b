/** Thông báo: what leaves the house, in which words, and how it reached its receiver. Its channels come later; until then people deliver by hand and say how. */
export { DELIVER_BY_HAND, DeliverByHand, deliverByHand } from './actions/deliver-by-hand.ts'
export { DELIVERY_CHANNELS, type DeliveryChannel, isDeliveryChannel } from './channels.ts'
export { notificationErrors } from './errors.ts'
export { getOutgoing, type MessageDelivery, type OutgoingMessage } from './queries/message.ts'
export {
  countOutgoing,
  MOST_COUNTED,
  type OutgoingCounts,
  type OutgoingFilter,
  type OutgoingRow,
  type OutgoingStanding,
  type OutgoingState,
  outgoingMessages,
  READ_OUTGOING,
} from './queries/outgoing.ts'
export { notificationRights } from './rights.ts'
export { type MessageFacts, smsParts, type Wording, wordingOf } from './wording.ts'
