/** What is to be paid: worked out by tax or a fee of the procedure; the clock stands still until the proof comes. */

import { dateOf, dayNumber } from '../../../../src/modules/calendar/index.ts'
import {
  askTax,
  confirmPayment,
  findOpenObligation,
  noObligation,
  notifyObligation,
  requestPayment,
} from '../../../../src/modules/settlement/index.ts'
import { localDate } from '../../../../src/platform/text/dates.ts'
import { type Act, ask, type Look, officer } from '../act.ts'
import { doerOf, someone } from '../people.ts'
import { BASE_URL, type World } from '../world.ts'
import { isLawful, timesMade } from './lawful.ts'

/** Whoever appraises it, else one who may. */
async function specialist(world: World, look: Look): Promise<number | undefined> {
  const task = look.open.find(({ kind, node }) => kind === 'appraisal' && node !== undefined)
  return (task && (await doerOf(world, look, task))) ?? someone(world, look, 'specialist', look.about.settlingUnitId)
}

const toTax: Act = {
  name: 'ask-tax',
  isLegal: (look, world) => isLawful('ask-tax', look, world),
  async request(look, world) {
    const by = await specialist(world, look)
    const input = {
      dossierId: look.about.id,
      agency: 'Thuế tỉnh Quảng Trị',
      content: 'Đề nghị xác định nghĩa vụ tài chính.',
      workingDays: 5,
    }
    return by === undefined ? undefined : ask(officer(by), askTax, input)
  },
}

const PAYS_WITHIN_DAYS = 30

const notice = ({ about, now }: Look, share: number) => ({
  payBy: dateOf(dayNumber(localDate(now)) + PAYS_WITHIN_DAYS),
  dossierId: about.id,
  amount: 50_000 * (1 + Math.floor(share * 80)),
  noticeNumber: `${about.id}/TB-CCT-${now.getUTCFullYear()}`,
})

const notify: Act = {
  name: 'notify-obligation',
  isLegal: (look, world) => isLawful('notify-obligation', look, world, { hasObligationNotice: true }),
  async request(look, world, random) {
    const by = await specialist(world, look)
    if (by === undefined) return undefined
    const documentId = await world.upload(by, 'Thông báo nghĩa vụ tài chính')
    return ask(officer(by), notifyObligation, { ...notice(look, random.next()), reasonCode: 'registration-levy', documentId })
  },
}

const nothingDue: Act = {
  name: 'no-obligation',
  isLegal: (look, world) => isLawful('no-obligation', look, world, { hasReason: true }),
  async request(look, world) {
    const by = await specialist(world, look)
    const input = { dossierId: look.about.id, reasonCode: 'no-obligation', text: 'Thuộc đối tượng được miễn.' }
    return by === undefined ? undefined : ask(officer(by), noObligation, input)
  },
}

const demand: Act = {
  name: 'request-payment',
  isLegal: (look, world) => isLawful('request-payment', look, world, { hasObligationNotice: true }),
  async request(look, world, random) {
    const by = await specialist(world, look)
    return by === undefined ? undefined : ask(officer(by), requestPayment, { ...notice(look, random.next()), reasonCode: 'fee-due' })
  },
}

const pay: Act = {
  name: 'confirm-payment',
  isLegal: (look, world) => isLawful('confirm-payment', look, world, { isAmountMatched: true }),
  async request(look, world) {
    const by = await someone(world, look, 'receptionist', look.about.receivingUnitId)
    if (by === undefined) return undefined
    const open = await findOpenObligation(world.database, look.about.id)
    const nth = timesMade(look, 'confirm-payment') + 1
    const input = { dossierId: look.about.id, amount: open?.amount ?? 50_000, voucher: `CT-${look.about.id}-${nth}`, baseUrl: BASE_URL }
    return ask(officer(by), confirmPayment, input)
  },
}

export const paymentActs: readonly Act[] = [toTax, notify, nothingDue, demand, pay]
