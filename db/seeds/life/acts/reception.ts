/** Before and at the reception of what was filed online. */
import {
  acceptFiling,
  askSupplementBeforeReception,
  closeUnanswered,
  refuseFiling,
  resubmit,
} from '../../../../src/modules/intake/index.ts'
import { systemActor } from '../../../../src/platform/actor.ts'
import { type Act, ask, type Look, officer } from '../act.ts'
import { someone } from '../people.ts'
import { BASE_URL, type World } from '../world.ts'
import { isLawful, lastMade } from './lawful.ts'

const atDesk = async (world: World, look: Look): Promise<ReturnType<typeof officer> | undefined> => {
  const id = await someone(world, look, 'receptionist', look.about.receivingUnitId)
  return id === undefined ? undefined : officer(id)
}

const accept: Act = {
  name: 'accept-filing',
  isLegal: (look, world) => isLawful('accept-online', look, world, { isVersionInForce: true, isComplete: true }),
  async request(look, world, random) {
    const by = await atDesk(world, look)
    return by && ask(by, acceptFiling, { dossierId: look.about.id, isComplete: true, forwards: random.chance(0.97), baseUrl: BASE_URL })
  },
}

const askOnce: Act = {
  name: 'ask-supplement-before-reception',
  isLegal: (look, world) => isLawful('ask-supplement-before-reception', look, world, { areFaultsMarked: true }),
  async request(look, world, random) {
    const by = await atDesk(world, look)
    return by && ask(by, askSupplementBeforeReception, { dossierId: look.about.id, faults: faults(look, world, random.next()) })
  },
}

/** A second time, or after the eight hours: the head decides. */
const askAgain: Act = {
  name: 'ask-again-before-reception',
  isLegal: (look, world) => isLawful('ask-supplement-before-reception', look, world, { areFaultsMarked: true, hasLeaderDecision: true }),
  async request(look, world, random) {
    const head = await someone(world, look, 'centre-head', look.about.receivingUnitId)
    const decisionText = 'Bản bổ sung vẫn thiếu chữ ký của người đại diện.'
    return head === undefined
      ? undefined
      : ask(officer(head), askSupplementBeforeReception, {
          dossierId: look.about.id,
          faults: faults(look, world, random.next()),
          decisionText,
        })
  },
}

function faults({ about }: Look, world: World, share: number): Record<string, unknown>[] {
  const reasons = world.reasons('supplement')
  const reasonCode = reasons[Math.floor(share * reasons.length)]?.code
  const [paper] = about.papers
  return [
    ...(paper === undefined ? [] : [{ dossierComponentId: paper, reasonCode, text: 'Bản chụp chưa đủ trang, đề nghị chụp lại.' }]),
    { answer: 'Địa chỉ liên hệ', reasonCode: 'form-incomplete', text: 'Ghi đủ số nhà, thôn, xã.' },
  ]
}

const resend: Act = {
  name: 'resubmit',
  isLegal: (look, world) => isLawful('resubmit', look, world, { isApplicantIdentified: true }),
  request: (look, world) =>
    ask(world.portal, resubmit, { dossierId: look.about.id, extras: [{ name: 'Bản bổ sung theo yêu cầu', originals: 0, copies: 1 }] }),
}

const refuse: Act = {
  name: 'refuse-filing',
  isLegal: (look, world) => isLawful('refuse-online', look, world, { hasReason: true }),
  async request(look, world, random) {
    const by = await atDesk(world, look)
    const text = 'Hồ sơ không thuộc thẩm quyền tiếp nhận của đơn vị.'
    return by && ask(by, refuseFiling, { dossierId: look.about.id, reasonCode: random.pick(world.reasons('refusal')).code, text })
  },
}

/** As the system's job does it, dossier by dossier. */
const close: Act = {
  name: 'close-unanswered',
  isLegal: (look, world) => {
    const supplementAskedAt = lastMade(look, 'ask-supplement-before-reception', 'ask-supplement')
    return isLawful('close-unanswered', look, world, supplementAskedAt ? { supplementAskedAt } : {})
  },
  request: (look) => ask(systemActor('close-unanswered'), closeUnanswered, { dossierId: look.about.id }),
}

export const receptionActs: readonly Act[] = [accept, askOnce, askAgain, resend, refuse, close]
