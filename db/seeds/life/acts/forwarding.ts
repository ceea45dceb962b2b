/** Where the reception kept the dossier, or it came to the wrong authority; and the ways that only procedures of their own kind may go. */
import { forwardDossier, passOn, settleAtOnce, settleOnTheSpot } from '../../../../src/modules/intake/index.ts'
import { type Act, ask, type Look, officer } from '../act.ts'
import { doerOf, someone } from '../people.ts'
import type { World } from '../world.ts'
import { isLawful } from './lawful.ts'

const receptionist = async (world: World, look: Look) => someone(world, look, 'receptionist', look.about.receivingUnitId)

/** Where the reception was forwarded at once there is nothing left to do here. */
const forward: Act = {
  name: 'forward',
  isLegal: (look, world) => isLawful('forward', look, world),
  async request(look, world) {
    const task = look.open.find(({ kind }) => kind === 'reception')
    const by = task ? await doerOf(world, look, task) : await receptionist(world, look)
    return by === undefined ? undefined : ask(officer(by), forwardDossier, { dossierId: look.about.id })
  },
}

/** Another one-stop unit that receives the same; which, the dossier says. */
function elsewhere({ about }: Look, world: World): number | undefined {
  const others = world.offers.filter(({ caseId, receivingUnitId }) => caseId === about.caseId && receivingUnitId !== about.receivingUnitId)
  return others[about.id % Math.max(1, others.length)]?.receivingUnitId
}

const pass: Act = {
  name: 'pass-on',
  isLegal(look, world) {
    if (elsewhere(look, world) === undefined) return false
    const given = { isForAnotherAuthority: true, hasReason: true }
    return isLawful(look.state.receivedAt ? 'pass-to-right-authority' : 'pass-filing-on', look, world, given)
  },
  async request(look, world) {
    const by = await receptionist(world, look)
    const toUnitId = elsewhere(look, world)
    if (by === undefined || toUnitId === undefined) return undefined
    const text = 'Địa điểm thực hiện thuộc địa bàn xã khác.'
    return ask(officer(by), passOn, { dossierId: look.about.id, toUnitId, reasonCode: 'not-competent', text })
  },
}

/** No procedure of the demonstration is of the “four on the spot”, or settled the same day: it is always refused. */
const onTheSpot: Act = {
  name: 'settle-on-the-spot',
  isLegal: () => false,
  async request(look, world) {
    const by = await receptionist(world, look)
    return by === undefined ? undefined : ask(officer(by), settleOnTheSpot, { dossierId: look.about.id })
  },
}

const atOnce: Act = {
  name: 'settle-at-once',
  isLegal: () => false,
  async request(look, world) {
    const by = await someone(world, look, 'clerk', look.about.settlingUnitId)
    return by === undefined
      ? undefined
      : ask(officer(by), settleAtOnce, { dossierId: look.about.id, name: look.about.resultName, symbol: 'KQ-TN' })
  },
}

export const forwardingActs: readonly Act[] = [forward, pass, onTheSpot, atOnce]
