/** How a dossier comes into being. */
import { receiveDossier } from '../../../src/modules/intake/index.ts'
import type { Random } from '../random.ts'
import { officer } from './act.ts'
import type { Arrival } from './arrivals.ts'
import type { World } from './world.ts'

/** Returns the dossier's id. */
export async function arrive(world: World, { offer, channel, ownerId }: Arrival, random: Random): Promise<number> {
  const now = world.clock.now()
  const able = (await world.able(offer.receptionRoleId, offer.receivingUnitId, now)).filter(({ absence }) => !absence)
  if (able.length === 0) throw new Error(`Nobody receives at unit ${offer.receivingUnitId}`)
  const returnMethod = channel === 'online' ? 'electronic' : random.chance(channel === 'post' ? 0.8 : 0.12) ? 'post' : 'counter'
  const { dossierId } = await world.perform(officer(random.pick(able).id), receiveDossier, {
    procedureCaseId: offer.caseId,
    channel,
    receivingUnitId: offer.receivingUnitId,
    owner: { id: ownerId },
    sets: 1,
    components: offer.components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
    returnMethod,
    ...(returnMethod === 'post' ? { returnAddress: 'Số 12, đường Minh Họa, tỉnh Quảng Trị' } : {}),
    forwards: random.chance(0.97),
  })
  return dossierId
}
