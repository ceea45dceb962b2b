/** Extension, lateness and its apology; verification on the spot. */
import { dateOf, dayNumber, nextWorkingMoment } from '../../../../src/modules/calendar/index.ts'
import { apologiseLate, beginVerification, endVerification, extend, findOverdue } from '../../../../src/modules/settlement/index.ts'
import { systemActor } from '../../../../src/platform/actor.ts'
import { localDate, localTime } from '../../../../src/platform/text/dates.ts'
import { type Act, ask, type Look, officer } from '../act.ts'
import { someone } from '../people.ts'
import type { World } from '../world.ts'
import { isLawful, timesMade } from './lawful.ts'

const leader = async (world: World, look: Look) => someone(world, look, 'agency-leader', look.about.settlingUnitId)
const specialist = async (world: World, look: Look) => someone(world, look, 'specialist', look.about.settlingUnitId)

/** So many days after an instant, in the morning of a day on which the agency works. */
function laterThan({ about }: Look, world: World, from: Date, days: number): { newDueOn: string; newDueTime: string; at: Date } {
  const day = new Date(from.getTime() + days * 86_400_000)
  const at = new Date(nextWorkingMoment(world.calendarAt(about.settlingUnitId), day).getTime())
  return { newDueOn: localDate(at), newDueTime: localTime(at), at }
}

const prolong: Act = {
  name: 'extend',
  isLegal(look, world) {
    const dueAt = look.state.clock?.dueAt
    return dueAt !== undefined && isLawful('extend', look, world, { hasReason: true, newDueAt: laterThan(look, world, dueAt, 4).at })
  },
  async request(look, world, random) {
    const by = await leader(world, look)
    if (by === undefined) return undefined
    const { newDueOn, newDueTime } = laterThan(look, world, look.state.clock?.dueAt ?? look.now, 4)
    const reasonCode = random.pick(world.reasons('extension')).code
    return ask(officer(by), extend, {
      dossierId: look.about.id,
      reasonCode,
      text: 'Cần kiểm tra thêm tại địa phương.',
      newDueOn,
      newDueTime,
    })
  },
}

/** How long the word given the last time holds, the facts do not say. */
const apologise: Act = {
  name: 'apologise-late',
  isLegal(look, world) {
    if (!isLawful('apologise-late', look, world, { hasReason: true })) return false
    return timesMade(look, 'apologise-late') === 0 || undefined
  },
  async request(look, world, random) {
    const by = await leader(world, look)
    if (by === undefined) return undefined
    const { newDueOn, newDueTime } = laterThan(look, world, look.now, 3)
    const reasonCode = random.pick(world.reasons('extension')).code
    return ask(officer(by), apologiseLate, {
      dossierId: look.about.id,
      reasonCode,
      text: 'Cơ quan xin lỗi vì giải quyết chậm.',
      ...(look.state.finishedAt ? {} : { newDueOn, newDueTime }),
    })
  },
}

/** Done again, or of a dossier that is not late, it is answered and nothing happens. */
const overdue: Act = {
  name: 'find-overdue',
  isLegal: () => true,
  request: (look) => ask(systemActor('find-overdue'), findOverdue, { dossierId: look.about.id }),
}

const verify: Act = {
  name: 'verify',
  isLegal: (look, world) => isLawful('verify', look, world),
  async request(look, world) {
    const by = await specialist(world, look)
    const input = {
      dossierId: look.about.id,
      plannedOn: dateOf(dayNumber(localDate(look.now)) + 1),
      plannedTime: '08:30',
      place: 'Địa điểm kinh doanh ghi trong hồ sơ',
      content: 'Kiểm tra điều kiện thực tế.',
    }
    return by === undefined ? undefined : ask(officer(by), beginVerification, input)
  },
}

const verified: Act = {
  name: 'verified',
  isLegal: (look, world) => isLawful('verified', look, world),
  async request(look, world) {
    const by = await specialist(world, look)
    const input = {
      dossierId: look.about.id,
      participants: 'Nguyễn Văn Kiểm, Chuyên viên\nTrần Thị Chứng, Cán bộ xã',
      findings: 'Cơ sở vật chất đúng như hồ sơ.',
      conclusion: 'Đủ điều kiện.',
    }
    return by === undefined ? undefined : ask(officer(by), endVerification, input)
  },
}

export const deadlineActs: readonly Act[] = [prolong, apologise, overdue, verify, verified]
