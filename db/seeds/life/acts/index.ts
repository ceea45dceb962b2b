/** Every act. A further one is an entry in its group's list, and a habit in `habits.ts` where the simulated people do it. */
import type { Act } from '../act.ts'
import { correctionActs } from './correction.ts'
import { deliveryActs } from './delivery.ts'
import { paymentActs } from './payment.ts'
import { receptionActs } from './reception.ts'
import { stepActs } from './steps.ts'

export const ACTS: readonly Act[] = [...receptionActs, ...stepActs, ...paymentActs, ...deliveryActs, ...correctionActs]
