/** The ways to an end without a result: withdrawn, refused in writing, stopped. */
import {
  confirmWithdrawal,
  declineWithdrawal,
  refuseAfterAppraisal,
  requestWithdrawal,
  stopUnresolvable,
} from '../../../../src/modules/settlement/index.ts'
import { type Act, ask, type Look, officer } from '../act.ts'
import { someone } from '../people.ts'
import type { World } from '../world.ts'
import { isLawful } from './lawful.ts'

const leader = async (world: World, look: Look) => someone(world, look, 'agency-leader', look.about.settlingUnitId)
const head = async (world: World, look: Look) => someone(world, look, 'centre-head', look.about.receivingUnitId)

const withdraw: Act = {
  name: 'request-withdrawal',
  isLegal: (look, world) => isLawful('request-withdrawal', look, world, { isApplicantIdentified: true }),
  async request(look, world, random) {
    const by = await someone(world, look, 'receptionist', look.about.receivingUnitId)
    const reasonCode = random.pick(['no-need', 'to-correct', 'withdrawal-other'])
    const input = { dossierId: look.about.id, reasonCode, channel: look.about.channel, isIdentified: true }
    return by === undefined ? undefined : ask(officer(by), requestWithdrawal, input)
  },
}

/** Refused where a decision exists. */
const confirm: Act = {
  name: 'confirm-withdrawal',
  isLegal: (look, world) => isLawful('confirm-withdrawal', look, world) && !look.actions.some(({ fact }) => fact.kind === 'result-issued'),
  async request(look, world) {
    const by = await head(world, look)
    return by === undefined ? undefined : ask(officer(by), confirmWithdrawal, { dossierId: look.about.id })
  },
}

const keepOn: Act = {
  name: 'decline-withdrawal',
  isLegal: (look, world) => isLawful('decline-withdrawal', look, world, { hasReason: true }),
  async request(look, world) {
    const by = await head(world, look)
    const input = { dossierId: look.about.id, reasonCode: 'withdrawal-revoked', text: 'Người nộp báo lại không rút nữa.' }
    return by === undefined ? undefined : ask(officer(by), declineWithdrawal, input)
  },
}

const refuse: Act = {
  name: 'refuse-after-appraisal',
  isLegal: (look, world) => isLawful('refuse-after-appraisal', look, world, { hasReason: true, isApproved: true, areDutiesSeparate: true }),
  async request(look, world, random) {
    const by = await leader(world, look)
    const input = {
      dossierId: look.about.id,
      reasonCode: random.pick(['conditions-unmet', 'object-unfit', 'verification-negative']),
      text: 'Địa điểm không bảo đảm khoảng cách theo quy định.',
      legalBasis: 'Nghị định của Chính phủ về điều kiện kinh doanh (minh họa)',
    }
    return by === undefined ? undefined : ask(officer(by), refuseAfterAppraisal, input)
  },
}

const stop: Act = {
  name: 'stop-unresolvable',
  isLegal: (look, world) => isLawful('stop-unresolvable', look, world, { hasReason: true, hasLeaderDecision: true }),
  async request(look, world, random) {
    const by = await leader(world, look)
    const reasonCode = random.pick(world.reasons('stop')).code
    const input = { dossierId: look.about.id, reasonCode, text: 'Đã xác minh tại địa phương.' }
    return by === undefined ? undefined : ask(officer(by), stopUnresolvable, input)
  },
}

export const closingActs: readonly Act[] = [withdraw, confirm, keepOn, refuse, stop]
