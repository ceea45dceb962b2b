/**
 * Demonstration dossiers, lived through the real actions on a moved clock: they arrive at counters, post and online, go step by step through the hands of invented officers, some late,
 * some sent back, and stand where they stand today. Nothing is written past the actions.
 */
import { addWorkingMinutes, calendarOf, isWorking, nextWorkingMoment } from '../../src/modules/calendar/index.ts'
import { officersWithRole } from '../../src/modules/identity/index.ts'
import { receiveDossier, returnResult } from '../../src/modules/intake/index.ts'
import { draftFromTemplate, type Press } from '../../src/modules/results/index.ts'
import { claimTask, completeTask, issueResult, prepareResult, sendBack } from '../../src/modules/workflow/index.ts'
import type { Perform } from '../../src/platform/action.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { movableClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database.ts'
import { localDate } from '../../src/platform/text/dates.ts'
import { type Around, type Offer, type OpenTask, openTaskOf, seedableOffers, seededParties, stepsAround } from './dossier-queries.ts'
import { type Random, randomFrom } from './random.ts'
import { demonstrationAnswers } from './result-templates.ts'

export interface DossierSeed {
  database: Database
  press: Press
  perform: Perform
  clock: ReturnType<typeof movableClock>
  /** Nothing happens after it. */
  now: Date
  count: number
  seed?: number
  progress?(done: number, total: number): void
}

interface Event {
  at: Date
  dossierId?: number
}

const HISTORY_DAYS = 75
const RECENT_DAYS = 4
const RECENT_SHARE = 0.35
const LATE_SHARE = 0.07
/** Of the steps that take too long: those nobody has touched again. */
const STUCK_SHARE = 0.2
const SENT_BACK_SHARE = 0.06

/** Returns how many dossiers were made. */
export async function seedDossiers(given: DossierSeed): Promise<number> {
  const { database, now, count, clock, progress } = given
  const random = randomFrom(given.seed ?? 20_261_124)
  const offers = await seedableOffers(database, localDate(now))
  const parties = await seededParties(database)
  const calendar = await calendarOf(database, [])
  const queue: Event[] = Array.from({ length: count }, () => {
    // A third of them came in the last days, so that every step has some waiting.
    const days = random.chance(RECENT_SHARE) ? RECENT_DAYS : HISTORY_DAYS
    const at = nextWorkingMoment(calendar, new Date(now.getTime() - random.between(1, days * 24 * 60) * 60_000))
    return { at: new Date(at.getTime() + random.between(0, 170) * 60_000) }
  }).filter(({ at }) => at < now)
  const later = (from: Date, minutes: number) => addWorkingMinutes(calendar, from, Math.max(2, minutes))
  let made = 0
  for (let event = takeEarliest(queue); event; event = takeEarliest(queue)) {
    if (event.at > now) continue
    clock.set(isWorking(calendar, event.at) ? event.at : nextWorkingMoment(calendar, event.at))
    if (clock.now() > now) continue
    if (event.dossierId === undefined) {
      const dossierId = await receive(given, random, random.pick(offers), parties)
      progress?.(++made, count)
      queue.push({ dossierId, at: later(clock.now(), random.between(20, 240)) })
      continue
    }
    const task = await openTaskOf(database, event.dossierId)
    if (!task) continue
    await work(given, random, task)
    const next = await openTaskOf(database, event.dossierId)
    if (next) queue.push({ dossierId: event.dossierId, at: later(clock.now(), patience(random, await stepsAround(database, next))) })
  }
  clock.set(now)
  return made
}

/** How many working minutes a step takes here: mostly within its limit, now and then well over it. */
function patience(random: Random, { limitHours }: Around): number {
  const minutes = limitHours * 60
  if (!random.chance(LATE_SHARE)) return Math.round(minutes * (0.15 + random.next() * 0.7))
  return Math.round(minutes * (random.chance(STUCK_SHARE) ? 60 : 1.5 + random.next() * 6))
}

async function receive({ database, perform, clock }: DossierSeed, random: Random, offer: Offer, parties: number[]): Promise<number> {
  const [receptionist] = await officersWithRole(database, offer.receptionRoleId, offer.receivingUnitId, clock.now())
  if (!receptionist) throw new Error(`Nobody receives at unit ${offer.receivingUnitId}`)
  const channel = random.pick(offer.channels)
  const { dossierId } = await perform(officer(receptionist.id), receiveDossier, {
    procedureCaseId: offer.caseId,
    channel,
    receivingUnitId: offer.receivingUnitId,
    owner: { id: random.pick(parties) },
    sets: 1,
    components: offer.components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
    returnMethod: channel === 'online' ? 'electronic' : 'counter',
    forwards: random.chance(0.97),
  })
  return dossierId
}

async function work({ database, press, perform, clock }: DossierSeed, random: Random, task: OpenTask): Promise<void> {
  const now = clock.now()
  const able = task.roleId === null ? [] : await officersWithRole(database, task.roleId, task.unitId, now)
  const doer = able.find(({ id }) => id === task.assigneeId) ?? able[task.dossierId % Math.max(1, able.length)]
  if (!doer) throw new Error(`Nobody can do step ${task.kind} at unit ${task.unitId}`)
  const by = officer(doer.id)
  const reference = { dossierId: task.dossierId, taskNumber: task.number }
  if (task.assigneeId === null) await perform(by, claimTask, reference)
  const { next, back } = await stepsAround(database, task)
  switch (task.kind) {
    case 'issue':
      await perform(by, issueResult, { ...reference, symbol: symbolOf(task) })
      return
    case 'return':
      await perform(by, returnResult, {
        ...reference,
        method: task.returnMethod,
        receiverName: task.ownerName,
        proof: 'receipt',
      })
      return
    case 'review':
      if (back && task.number < 8 && random.chance(SENT_BACK_SHARE)) {
        await perform(by, sendBack, { ...reference, toNode: back, reason: random.pick(SEND_BACK_REASONS) })
        return
      }
      break
    case 'appraisal': {
      const made = demonstrationAnswers[task.procedureCode]
      if (made) await perform(by, draftFromTemplate(press), { ...reference, name: task.resultName, ...made })
      else await perform(by, prepareResult, { ...reference, name: task.resultName })
      break
    }
  }
  const assignee = task.kind === 'assignment' && next ? await chooseAssignee(database, task, next, random, now) : undefined
  await perform(by, completeTask, { ...reference, assigneeId: assignee, comment: random.chance(0.2) ? random.pick(COMMENTS) : undefined })
}

async function chooseAssignee(
  database: Database,
  task: OpenTask,
  next: NonNullable<Around['next']>,
  random: Random,
  now: Date,
): Promise<number> {
  const able = await officersWithRole(database, next.roleId, next.place === 'receiving' ? task.receivingUnitId : task.settlingUnitId, now)
  return random.pick(able).id
}

const officer = (id: number): Actor => ({ kind: 'officer', id, source: 'dữ liệu minh họa' })

const symbolOf = (task: OpenTask): string =>
  demonstrationAnswers[task.procedureCode]?.symbol ?? `KQ-${task.unitCode.replace(/[^A-Z0-9]+/g, '')}`

function takeEarliest(queue: Event[]): Event | undefined {
  let earliest = 0
  for (let index = 1; index < queue.length; index++) if ((queue[index] as Event).at < (queue[earliest] as Event).at) earliest = index
  return queue.splice(earliest, 1)[0]
}

const SEND_BACK_REASONS = [
  'Tờ trình chưa nêu căn cứ điều kiện về địa điểm, đề nghị bổ sung.',
  'Dự thảo kết quả ghi chưa đúng tên tổ chức, đề nghị sửa.',
  'Cần đối chiếu lại thời hạn của giấy phép cũ.',
]
const COMMENTS = ['Hồ sơ đủ điều kiện.', 'Đã kiểm tra thực tế, đủ điều kiện.', 'Thống nhất đề xuất.', 'Đã đối chiếu bản chính.']
