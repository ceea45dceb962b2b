/** The result on its way by post. */
import { postCameBack, postDelivered, postResult } from '../../../../src/modules/settlement/index.ts'
import { type Act, ask, type Look, officer } from '../act.ts'
import { someone } from '../people.ts'
import type { World } from '../world.ts'
import { isLawful, timesMade } from './lawful.ts'

const atDesk = async (world: World, look: Look): Promise<number | undefined> =>
  someone(world, look, 'return-officer', look.about.receivingUnitId)

const send: Act = {
  name: 'post-result',
  isLegal: (look, world) =>
    isLawful('post-result', look, world, {
      areFeesPaid: look.state.financial !== 'due' && look.state.financial !== 'partly',
      areOriginalsBack: true,
      hasTrackingNumber: true,
    }),
  async request(look, world) {
    const by = await atDesk(world, look)
    const { about } = look
    const nth = String(timesMade(look, 'post-result') + 1).padStart(2, '0')
    return by === undefined
      ? undefined
      : ask(officer(by), postResult, {
          dossierId: about.id,
          trackingNumber: `EB${String(about.id).padStart(9, '0')}${nth}VN`,
          receiverName: about.ownerName,
          address: 'Số 12, đường Minh Họa, tỉnh Quảng Trị',
          returnedPapers: about.originals,
          originalsEnclosed: true,
        })
  },
}

const deliver: Act = {
  name: 'post-delivered',
  isLegal: (look, world) => isLawful('post-delivered', look, world, { isReceiverKnown: true }),
  async request(look, world) {
    const by = await atDesk(world, look)
    return by === undefined ? undefined : ask(officer(by), postDelivered, { dossierId: look.about.id, receiverName: look.about.ownerName })
  },
}

const comeBack: Act = {
  name: 'post-came-back',
  isLegal: (look, world) => isLawful('post-came-back', look, world, { hasReason: true }),
  async request(look, world, random) {
    const by = await atDesk(world, look)
    const reasonCode = random.chance(0.8) ? 'post-not-found' : 'post-refused'
    return by === undefined ? undefined : ask(officer(by), postCameBack, { dossierId: look.about.id, reasonCode })
  },
}

export const deliveryActs: readonly Act[] = [send, deliver, comeBack]
