/** The supplement after reception: proposed, asked for, accepted. */
import {
  acceptSupplement,
  askSupplement,
  declineProposal,
  findOpenProposal,
  findOpenRequest,
  proposeSupplement,
} from '../../../../src/modules/settlement/index.ts'
import { type Act, ask, type Look, officer } from '../act.ts'
import { someone } from '../people.ts'
import { BASE_URL, type World } from '../world.ts'
import { isLawful } from './lawful.ts'

const specialist = async (world: World, look: Look) => someone(world, look, 'specialist', look.about.settlingUnitId)
const leader = async (world: World, look: Look) => someone(world, look, 'agency-leader', look.about.settlingUnitId)

const MARKED = { areFaultsMarked: true, isApproved: true }

function faults({ about }: Look, world: World, share: number): Record<string, unknown>[] {
  const reasons = world.reasons('supplement')
  const reasonCode = reasons[Math.floor(share * reasons.length)]?.code
  const [paper] = about.papers
  return [
    ...(paper === undefined ? [] : [{ subject: `c${paper}`, reasonCode, text: 'Giấy tờ đã hết hiệu lực, đề nghị nộp bản mới.' }]),
    { subject: 'answer', answer: 'Mục 3, địa chỉ thường trú', reasonCode: 'form-incomplete', text: 'Ghi đủ thôn, xã.' },
  ]
}

/** Whether one waits already, the facts do not say. */
const propose: Act = {
  name: 'propose-supplement',
  isLegal: (look, world) => (isLawful('ask-supplement', look, world, { ...MARKED, hasLeaderDecision: true }) ? undefined : false),
  async request(look, world, random) {
    const by = await specialist(world, look)
    return by === undefined
      ? undefined
      : ask(officer(by), proposeSupplement, { dossierId: look.about.id, faults: faults(look, world, random.next()) })
  },
}

const decline: Act = {
  name: 'decline-proposal',
  isLegal: () => undefined,
  async request(look, world) {
    const by = await leader(world, look)
    if (by === undefined || !(await findOpenProposal(world.database, look.about.id))) return undefined
    return ask(officer(by), declineProposal, { dossierId: look.about.id, declineText: 'Nội dung này cơ quan tự tra cứu được.' })
  },
}

const once: Act = {
  name: 'ask-supplement',
  isLegal: (look, world) => isLawful('ask-supplement', look, world, MARKED),
  async request(look, world, random) {
    const by = await leader(world, look)
    return by === undefined
      ? undefined
      : ask(officer(by), askSupplement, { dossierId: look.about.id, faults: faults(look, world, random.next()) })
  },
}

/** A second time, or after the three days, by the leader's decision. */
const again: Act = {
  name: 'ask-supplement-again',
  isLegal: (look, world) => isLawful('ask-supplement', look, world, { ...MARKED, hasLeaderDecision: true }),
  async request(look, world, random) {
    const by = await leader(world, look)
    const decisionText = 'Kiểm tra thực tế phát hiện thêm nội dung phải làm rõ.'
    return by === undefined
      ? undefined
      : ask(officer(by), askSupplement, { dossierId: look.about.id, faults: faults(look, world, random.next()), decisionText })
  },
}

const accept: Act = {
  name: 'accept-supplement',
  isLegal: (look, world) => isLawful('accept-supplement', look, world, { isComplete: true }),
  async request(look, world) {
    const by = await someone(world, look, 'receptionist', look.about.receivingUnitId)
    if (by === undefined) return undefined
    const open = await findOpenRequest(world.database, look.about.id)
    const brought = open?.faults.map(({ id }) => ({ faultId: id, isDone: true, copies: 1 })) ?? []
    return ask(officer(by), acceptSupplement, { dossierId: look.about.id, brought, baseUrl: BASE_URL })
  },
}

export const supplementActs: readonly Act[] = [propose, decline, once, again, accept]
