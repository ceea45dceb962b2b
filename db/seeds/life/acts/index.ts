/** Every act. A further one is an entry in its group's list, and a habit in `habits.ts` where the simulated people do it. */
import type { Act } from '../act.ts'
import { closingActs } from './closing.ts'
import { correctionActs } from './correction.ts'
import { deadlineActs } from './deadline.ts'
import { deliveryActs } from './delivery.ts'
import { forwardingActs } from './forwarding.ts'
import { paymentActs } from './payment.ts'
import { receptionActs } from './reception.ts'
import { stepActs } from './steps.ts'
import { supplementActs } from './supplement.ts'

export const ACTS: readonly Act[] = [
  ...receptionActs,
  ...forwardingActs,
  ...stepActs,
  ...supplementActs,
  ...deadlineActs,
  ...closingActs,
  ...paymentActs,
  ...deliveryActs,
  ...correctionActs,
]
