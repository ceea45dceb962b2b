/** How a dossier comes into being: at a counter, by post, or filed online at any hour. */
import { fileOnline, receiveDossier, refuseAtDesk } from '../../../src/modules/intake/index.ts'
import type { Random } from '../random.ts'
import { officer } from './act.ts'
import type { Arrival } from './arrivals.ts'
import type { World } from './world.ts'

const REFUSED_AT_DESK = 0.008
const BY_POST: Record<Arrival['channel'], number> = { counter: 0.12, post: 0.8, online: 0.1 }

/** Returns the dossier's id; none where it was refused at the desk, which is a dossier that ends where it begins. */
export async function arrive(world: World, arrival: Arrival, random: Random): Promise<number | undefined> {
  const { offer, channel, ownerId } = arrival
  const returnMethod = random.chance(BY_POST[channel]) ? 'post' : channel === 'online' ? 'electronic' : 'counter'
  const handed = {
    procedureCaseId: offer.caseId,
    channel,
    receivingUnitId: offer.receivingUnitId,
    owner: { id: ownerId },
    components: offer.components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
    returnMethod,
    ...(returnMethod === 'post' ? { returnAddress: 'Số 12, đường Minh Họa, tỉnh Quảng Trị' } : {}),
  }
  if (channel === 'online') return (await world.perform(world.portal, fileOnline, handed)).dossierId
  const by = officer(await receptionist(world, arrival, random))
  if (random.chance(REFUSED_AT_DESK)) {
    const text = 'Nội dung đề nghị không thuộc thẩm quyền giải quyết của đơn vị.'
    await world.perform(by, refuseAtDesk, { ...handed, reasonCode: random.pick(world.reasons('refusal')).code, text })
    return undefined
  }
  return (await world.perform(by, receiveDossier, { ...handed, forwards: random.chance(0.97) })).dossierId
}

async function receptionist(world: World, { offer }: Arrival, random: Random): Promise<number> {
  const present = (await world.able(offer.receptionRoleId, offer.receivingUnitId, world.clock.now())).filter(({ absence }) => !absence)
  if (present.length === 0) throw new Error(`Nobody receives at unit ${offer.receivingUnitId}`)
  return random.pick(present).id
}
