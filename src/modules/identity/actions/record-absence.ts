import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { identityErrors } from '../errors.ts'
import { insistMayManage } from '../policy/escalation.ts'
import { getOfficer, homeUnitOf } from '../queries/officers.ts'
import { AbsenceReference, RecordAbsence, RecordAbsenceOfOther } from '../schemas.ts'
import { self } from './open-session.ts'

const MOST_DAYS = 366
const DAY_MS = 86_400_000

/** Ghi nhận nghỉ của mình: on these days the substitute does what I do, and sees my open work as mine. */
export const recordAbsence = action('identity.record-own-absence', {
  input: RecordAbsence,
  scope: () => 'own' as const,
  work: async (work, input) => insertAbsence(work, { officerId: self(work), ...input }),
})

/** Ghi nhận vắng mặt của cán bộ, who is ill for instance. Whoever records it cannot make herself the substitute, who gains rights by it. */
export const recordAbsenceOfOther = action('identity.manage-absences', {
  input: RecordAbsenceOfOther,
  scope: (tx, input) => homeUnitOf(tx, input.officerId),
  async work(work, input) {
    identityErrors.insist(work.actor.kind !== 'officer' || work.actor.id !== input.substituteId, 'identity.own-account', {
      fields: { substituteId: 'Bạn không tự chọn mình làm thay được. Hãy nhờ lãnh đạo hoặc quản trị khác ghi.' },
    })
    await insistMayManage(work.tx, work.actor, input.officerId, work.now)
    return insertAbsence(work, input)
  },
})

/** Trở lại sớm, hoặc không nghỉ nữa. */
export const endAbsence = action('identity.end-own-absence', {
  input: AbsenceReference,
  scope: () => 'own' as const,
  async work(work, { absenceId }) {
    commonErrors.insist((await getAbsence(work.tx, absenceId)).officerId === self(work), 'access.denied')
    await end(work, absenceId)
  },
})

export const endAbsenceOfOther = action('identity.manage-absences', {
  input: AbsenceReference,
  scope: async (tx, { absenceId }) => homeUnitOf(tx, (await getAbsence(tx, absenceId)).officerId),
  work: (work, { absenceId }) => end(work, absenceId),
})

async function insertAbsence({ tx, now, about }: Work, input: RecordAbsenceOfOther): Promise<number> {
  const { officerId, substituteId, firstDay, lastDay } = input
  identityErrors.insist(officerId !== substituteId, 'identity.delegate-self', { fields: { substituteId: 'Hãy chọn người khác.' } })
  identityErrors.insist(lastDay >= localDate(now), 'identity.date-past', {
    fields: { lastDay: 'Ngày cuối cùng phải từ hôm nay trở đi.' },
  })
  if (Date.parse(lastDay) - Date.parse(firstDay) >= MOST_DAYS * DAY_MS)
    identityErrors.fail('identity.absence-too-long', { fields: { lastDay: 'Một lần vắng mặt dài tối đa 366 ngày.' } })
  // Two who name each other at the same moment come one after the other.
  await tx.selectFrom('officer').select('id').where('id', 'in', [officerId, substituteId]).orderBy('id').forNoKeyUpdate().execute()
  const substitute = await getOfficer(tx, substituteId)
  identityErrors.insist(substitute.isActive, 'identity.officer-inactive', {
    fields: { substituteId: 'Tài khoản của người này đang bị khóa.' },
  })
  await insistNotAway(tx, input)
  await insistPresent(tx, input, substitute.fullName)
  await insistStandsInForNobody(tx, input)
  const { id } = await tx
    .insertInto('absence')
    .values({ ...input, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  about({ kind: 'officer', id: officerId }, { did: 'absence', absenceId: id, substituteId, firstDay, lastDay })
  return id
}

/** @throws AppError `identity.absence-overlaps` */
async function insistNotAway(tx: Work['tx'], { officerId, firstDay, lastDay }: RecordAbsenceOfOther): Promise<void> {
  const before = await absenceWithin(tx, officerId, firstDay, lastDay)
  if (!before) return
  const [from, to] = [formatDate(before.firstDay), formatDate(before.lastDay)]
  identityErrors.fail('identity.absence-overlaps', {
    parameters: { name: (await getOfficer(tx, officerId)).fullName, from, to },
    fields: { firstDay: `Đã ghi vắng mặt từ ${from} đến ${to}. Hãy chọn những ngày khác, hoặc kết thúc lần vắng mặt ấy trước.` },
  })
}

/** @throws AppError `identity.substitute-absent` */
async function insistPresent(tx: Work['tx'], { substituteId, firstDay, lastDay }: RecordAbsenceOfOther, name: string): Promise<void> {
  const own = await absenceWithin(tx, substituteId, firstDay, lastDay)
  if (!own) return
  const [from, to] = [formatDate(own.firstDay), formatDate(own.lastDay)]
  identityErrors.fail('identity.substitute-absent', {
    parameters: { name, from, to },
    fields: { substituteId: `${name} cũng vắng mặt từ ${from} đến ${to}. Hãy chọn người khác.` },
  })
}

const absenceWithin = (tx: Work['tx'], officerId: number, firstDay: string, lastDay: string) =>
  tx
    .selectFrom('absence')
    .select(['firstDay', 'lastDay'])
    .where('officerId', '=', officerId)
    .where('cancelledAt', 'is', null)
    .where('firstDay', '<=', lastDay)
    .where('lastDay', '>=', firstDay)
    .orderBy('firstDay')
    .executeTakeFirst()

/** @throws AppError `identity.stands-in` */
async function insistStandsInForNobody(tx: Work['tx'], { officerId, firstDay, lastDay }: RecordAbsenceOfOther): Promise<void> {
  const given = await tx
    .selectFrom('absence as b')
    .innerJoin('officer as absent', 'absent.id', 'b.officerId')
    .innerJoin('officer as substitute', 'substitute.id', 'b.substituteId')
    .select(['b.firstDay', 'b.lastDay', 'absent.fullName as other', 'substitute.fullName as name'])
    .where('b.substituteId', '=', officerId)
    .where('b.cancelledAt', 'is', null)
    .where('b.firstDay', '<=', lastDay)
    .where('b.lastDay', '>=', firstDay)
    .orderBy('b.firstDay')
    .executeTakeFirst()
  if (!given) return
  const { name, other } = given
  identityErrors.fail('identity.stands-in', {
    parameters: { name, other, from: formatDate(given.firstDay), to: formatDate(given.lastDay) },
  })
}

/** The days that are over stay; from today on the officer is there again. */
async function end({ tx, now, about }: Work, id: number): Promise<void> {
  const { officerId, firstDay, lastDay, cancelledAt } = await getAbsence(tx, id)
  const yesterday = localDate(new Date(now.getTime() - DAY_MS))
  if (cancelledAt || lastDay <= yesterday) return
  await tx
    .updateTable('absence')
    .set(firstDay > yesterday ? { cancelledAt: now } : { lastDay: yesterday })
    .where('id', '=', id)
    .execute()
  about({ kind: 'officer', id: officerId }, { did: 'end-absence', absenceId: id })
}

async function getAbsence(tx: Work['tx'], id: number) {
  const row = await tx
    .selectFrom('absence')
    .select(['officerId', 'firstDay', 'lastDay', 'cancelledAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? commonErrors.fail('record.not-found')
}
