/** Nghỉ, vắng mặt: who stands in works what the absent officer holds, on the days of the absence and no other. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aWorkplace, type Person } from '../../../tests/support/work.ts'
import { localDate } from '../../platform/text/dates.ts'
import { endAbsence, officersWithRole, recordAbsence, recordAbsenceOfOther } from '../identity/index.ts'
import { claimTask, prepareResult, readInbox, verifyDossiers } from './index.ts'

const app = await testApp()
const place = await aWorkplace(app)
const { perform, database } = app.services
const DAY = 86_400_000
const day = (offset: number) => localDate(new Date(app.clock.now().getTime() + offset * DAY))
const absent = (who: Person, substitute: Person, from: number, to: number) =>
  perform(who.actor, recordAbsence, { substituteId: substitute.id, firstDay: day(from), lastDay: day(to), reason: 'Đi tập huấn' })
const inbox = async (who: Person) => {
  const { rows } = await readInbox(database, who.id, { list: 'mine', page: 1, pageSize: 50 }, app.clock.now(), app.clock.now())
  return rows
}

describe('absence', () => {
  test('the substitute sees whose work it is and does it; after the last day it is over by itself', async () => {
    const [holder, substitute, other] = [
      await place.anOfficer('specialist'),
      await place.anOfficer('clerk'),
      await place.anOfficer('specialist'),
    ]
    const task = await place.aDossierOf(holder)
    const draft = { dossierId: task.dossierId, taskNumber: task.taskNumber, name: 'Giấy phép thử nghiệm' }
    await expect(perform(substitute.actor, prepareResult, draft)).rejects.toMatchObject({ code: 'access.denied' })
    await absent(holder, substitute, 0, 1)
    expect((await inbox(substitute)).map(({ code, standsInFor, isMine }) => ({ code, standsInFor, isMine }))).toEqual([
      { code: task.code, standsInFor: holder.fullName, isMine: true },
    ])
    expect((await inbox(holder)).map(({ code, standsInFor }) => ({ code, standsInFor }))).toEqual([{ code: task.code, standsInFor: null }])
    await perform(substitute.actor, prepareResult, draft)
    await expect(perform(other.actor, prepareResult, draft)).rejects.toMatchObject({ code: 'workflow.held-by-other' })

    app.clock.set(new Date(app.clock.now().getTime() + 2 * DAY))
    expect(await inbox(substitute)).toEqual([])
    await expect(perform(substitute.actor, prepareResult, draft)).rejects.toMatchObject({ code: 'access.denied' })
    expect(await inbox(holder)).toHaveLength(1)
    expect((await verifyDossiers(database)).differences).toEqual([])
  })

  test('work that comes during it stands on the list of the substitute, and she may claim what waits for the role', async () => {
    const [head, substitute, holder] = [
      await place.anOfficer('division-head'),
      await place.anOfficer('clerk'),
      await place.anOfficer('specialist'),
    ]
    await absent(holder, substitute, 0, 0)
    const task = await place.aDossierOf(holder)
    expect((await inbox(substitute)).map(({ code }) => code)).toEqual([task.code])
    await absent(head, substitute, 0, 0)
    await perform(substitute.actor, claimTask, await place.aDossier())
    expect((await inbox(substitute)).map(({ standsInFor }) => standsInFor).sort()).toEqual([holder.fullName, null].sort())
  })

  test('whoever chooses a colleague reads that she is away and who stands in', async () => {
    const [holder, substitute] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    await absent(holder, substitute, 0, 3)
    const { roleId } = await database
      .selectFrom('roleAssignment')
      .select('roleId')
      .where('officerId', '=', holder.id)
      .executeTakeFirstOrThrow()
    const able = await officersWithRole(database, roleId, place.desk.settlingUnitId, app.clock.now())
    expect(able.find(({ id }) => id === holder.id)?.absence).toEqual({
      substituteId: substitute.id,
      substituteName: substitute.fullName,
      lastDay: day(3),
    })
    expect(able.find(({ id }) => id === substitute.id)?.absence).toBeUndefined()
  })

  test('who is back early is back at once', async () => {
    const [holder, substitute] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    await place.aDossierOf(holder)
    const absenceId = await absent(holder, substitute, 0, 5)
    await expect(perform(substitute.actor, endAbsence, { absenceId })).rejects.toMatchObject({ code: 'access.denied' })
    await perform(holder.actor, endAbsence, { absenceId })
    expect(await inbox(substitute)).toEqual([])
    // The same days are free again.
    await absent(holder, substitute, 0, 5)
  })
})

describe('what is refused', () => {
  test('a second absence on the same days; the days before and after are free', async () => {
    const [who, substitute] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    await absent(who, substitute, 5, 7)
    await expect(absent(who, substitute, 7, 9)).rejects.toMatchObject({
      code: 'identity.absence-overlaps',
      fields: { firstDay: expect.stringContaining('Đã ghi vắng mặt từ') },
    })
    await absent(who, substitute, 8, 9)
    await absent(who, substitute, 3, 4)
  })

  test('a substitute who is absent too, said with her days', async () => {
    const [who, substitute, third] = [
      await place.anOfficer('specialist'),
      await place.anOfficer('specialist'),
      await place.anOfficer('specialist'),
    ]
    await absent(substitute, third, 2, 4)
    const refused = absent(who, substitute, 4, 6)
    await expect(refused).rejects.toMatchObject({ code: 'identity.substitute-absent' })
    await expect(refused).rejects.toMatchObject({
      fields: { substituteId: expect.stringMatching(new RegExp(`^${substitute.fullName} cũng vắng mặt từ `)) },
    })
    await absent(who, substitute, 5, 6)
  })

  test('who stands in for somebody cannot leave on the same days', async () => {
    const [who, substitute, third] = [
      await place.anOfficer('specialist'),
      await place.anOfficer('specialist'),
      await place.anOfficer('specialist'),
    ]
    await absent(who, substitute, 2, 4)
    await expect(absent(substitute, third, 3, 3)).rejects.toMatchObject({
      code: 'identity.stands-in',
      parameters: { name: substitute.fullName, other: who.fullName },
    })
  })

  test('two who name each other at the same moment: one is recorded, the other is told', async () => {
    const [one, other] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    const outcomes = await Promise.allSettled([absent(one, other, 1, 2), absent(other, one, 1, 2)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/^identity\.(substitute-absent|stands-in)$/) },
    })
  })

  test('oneself, days that are over, the wrong order', async () => {
    const [who, substitute] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    await expect(absent(who, who, 0, 1)).rejects.toMatchObject({ fields: { substituteId: 'Hãy chọn người khác.' } })
    await expect(absent(who, substitute, -3, -1)).rejects.toMatchObject({ code: 'identity.date-past' })
    await expect(absent(who, substitute, 3, 1)).rejects.toMatchObject({ fields: { lastDay: expect.stringContaining('từ ngày đầu tiên') } })
    await expect(absent(who, substitute, 0, 400)).rejects.toMatchObject({ code: 'identity.absence-too-long' })
  })

  test('a leader records for her own people only, and never makes herself the substitute', async () => {
    const [head, who, substitute] = [
      await place.anOfficer('division-head'),
      await place.anOfficer('specialist'),
      await place.anOfficer('specialist'),
    ]
    const stranger = await place.anOfficer('specialist', place.desk.unitId)
    const given = { firstDay: day(0), lastDay: day(1), reason: 'Đi công tác đột xuất' }
    await perform(head.actor, recordAbsenceOfOther, { ...given, officerId: who.id, substituteId: substitute.id })
    await expect(
      perform(head.actor, recordAbsenceOfOther, { ...given, officerId: stranger.id, substituteId: substitute.id }),
    ).rejects.toMatchObject({ code: 'access.denied' })
    await expect(
      perform(head.actor, recordAbsenceOfOther, { ...given, firstDay: day(3), lastDay: day(4), officerId: who.id, substituteId: head.id }),
    ).rejects.toMatchObject({ fields: { substituteId: expect.stringContaining('Bạn không tự chọn mình') } })
    await expect(
      perform(who.actor, recordAbsenceOfOther, {
        ...given,
        firstDay: day(3),
        lastDay: day(4),
        officerId: substitute.id,
        substituteId: who.id,
      }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })
})
