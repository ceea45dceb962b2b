/** What no channel carries yet is told by people, who write down how. */
import { deliverByHand } from '../../../src/modules/notification/index.ts'
import { officer } from './act.ts'
import type { World } from './world.ts'

/** At one time; the rest waits an hour. */
const MOST = 500

/** Everything that waits, or what is over its time already. */
export async function tellApplicants(world: World, { isOnlyOverdue = false } = {}): Promise<void> {
  const { database, perform, clock } = world
  const now = clock.now()
  const waiting = await database
    .selectFrom('outgoingMessage')
    .select(['id', 'unitId', 'dossierId'])
    .where('state', '=', 'pending')
    .$if(isOnlyOverdue, (query) => query.where('sendBy', '<', now))
    .orderBy('id')
    .limit(MOST)
    .execute()
  for (const { id, unitId, dossierId } of waiting) {
    const able = (await world.able(world.roleId('receptionist'), unitId, now)).filter(({ absence }) => !absence)
    const teller = able[dossierId % Math.max(1, able.length)]
    if (!teller) continue
    await perform(officer(teller.id), deliverByHand, { messageId: id, channel: 'phone', reason: 'Đã gọi điện báo cho người nộp.' })
  }
}
