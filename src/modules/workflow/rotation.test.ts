/** Luân chuyển: officers come and go by the hundred, work goes on, and who did what stays written down. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aWorkplace, holderOf, openNumber, type Person, type TaskAt } from '../../../tests/support/work.ts'
import { systemActor } from '../../platform/actor.ts'
import { localDate } from '../../platform/text/dates.ts'
import { assignmentsOf, endAssignment, findRoleByCode, recordAbsence, secondmentsOf, secondOfficer } from '../identity/index.ts'
import {
  claimTask,
  completeTask,
  handOverAll,
  heldWork,
  holdersOfWork,
  prepareResult,
  secondAndHandOver,
  sendBack,
  verifyDossiers,
} from './index.ts'

const app = await testApp()
const place = await aWorkplace(app)
const { perform, database } = app.services
const { settlingUnitId, unitId: centreId } = place.desk
const DAY = 86_400_000
/** Five years of one province (118-QA). */
const ROTATIONS = 232
const specialist = (await findRoleByCode(database, 'specialist'))?.id ?? 0
const admin = systemActor('test')
const today = () => localDate(app.clock.now())
const afterDays = (days: number) => localDate(new Date(app.clock.now().getTime() + days * DAY))

const second = (officerId: number, toUnitId: number) =>
  perform(admin, secondOfficer, {
    officerId,
    toUnitId,
    roleIds: [specialist],
    startsOn: today(),
    endsOn: afterDays(700),
    decision: 'Quyết định 12/QĐ-SNV',
  })

describe('rotation', () => {
  test('the end of a secondment hands over what is held there, in one go, and nothing else', async () => {
    const [seconded, successor] = [await place.anOfficer('specialist', centreId), await place.anOfficer('specialist')]
    const secondmentId = await second(seconded.id, settlingUnitId)
    const tasks = [await place.aDossierOf(seconded), await place.aDossierOf(seconded)]
    const moved = await perform(admin, handOverAll, {
      officerId: seconded.id,
      toOfficerId: successor.id,
      reason: 'Hết biệt phái theo Quyết định 12/QĐ-SNV',
      secondmentId,
      lastDay: today(),
    })
    expect(moved.map(({ code, outcome }) => ({ code, outcome }))).toEqual(tasks.map(({ code }) => ({ code, outcome: 'given' })))
    expect(await heldWork(database, { fromOfficerId: seconded.id })).toEqual([])
    expect((await secondmentsOf(database, seconded.id))[0]?.endedOn).toBe(today())
    const roles = await assignmentsOf(database, seconded.id)
    expect(roles.filter(({ secondmentId: id }) => id === secondmentId).map(({ validTo }) => validTo)).toEqual([today()])
    // Her own role at the centre stays.
    expect(roles.some(({ unitId, validTo }) => unitId === centreId && validTo === null)).toBe(true)
  })

  test('a successor without the role gets nothing of it: the work waits for its role, and it is said', async () => {
    const [holder, clerk] = [await place.anOfficer('specialist'), await place.anOfficer('clerk')]
    const task = await place.aDossierOf(holder)
    const moved = await perform(admin, handOverAll, { officerId: holder.id, toOfficerId: clerk.id, reason: 'Chuyển công tác' })
    expect(moved.map(({ outcome }) => outcome)).toEqual(['unfit'])
    expect(await holderOf(app, task)).toBeNull()
  })

  test('to the role: nobody holds it any more, everybody of the role may claim it', async () => {
    const holder = await place.anOfficer('specialist')
    const task = await place.aDossierOf(holder)
    await perform(admin, handOverAll, { officerId: holder.id, reason: 'Nghỉ hưu từ tháng sau' })
    expect(await holderOf(app, task)).toBeNull()
  })

  test('when the secondment cannot end, nothing moves', async () => {
    const [seconded, successor] = [await place.anOfficer('specialist', centreId), await place.anOfficer('specialist')]
    const secondmentId = await second(seconded.id, settlingUnitId)
    const task = await place.aDossierOf(seconded)
    const wrongDay = { secondmentId, lastDay: '2020-01-01' }
    await expect(
      perform(admin, handOverAll, { officerId: seconded.id, toOfficerId: successor.id, reason: 'Hết biệt phái', ...wrongDay }),
    ).rejects.toMatchObject({ code: 'identity.date-order' })
    expect(await holderOf(app, task)).toBe(seconded.id)
  })

  test('a secondment that begins hands over the work left behind in the same act', async () => {
    const [leaver, successor] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    const task = await place.aDossierOf(leaver)
    const given = { officerId: leaver.id, toUnitId: centreId, roleIds: [specialist], startsOn: today(), endsOn: afterDays(400) }
    await expect(perform(admin, secondAndHandOver, { ...given, decision: '', work: successor.id })).rejects.toMatchObject({
      fields: { decision: expect.any(String) },
    })
    expect(await holderOf(app, task)).toBe(leaver.id)
    const moved = await perform(admin, secondAndHandOver, { ...given, decision: 'Quyết định 15/QĐ-SNV', work: String(successor.id) })
    expect(moved.map(({ outcome }) => outcome)).toEqual(['given'])
    expect(await holderOf(app, task)).toBe(successor.id)
  })

  test('a leader hands over the work of her own units only', async () => {
    const [head, outsider, holder, successor] = [
      await place.anOfficer('division-head'),
      await place.anOfficer('centre-head', centreId),
      await place.anOfficer('specialist'),
      await place.anOfficer('specialist'),
    ]
    const task = await place.aDossierOf(holder)
    const input = { officerId: holder.id, toOfficerId: successor.id, reason: 'Nghỉ ốm dài ngày' }
    await expect(perform(outsider.actor, handOverAll, input)).rejects.toMatchObject({ code: 'access.denied' })
    expect(await holderOf(app, task)).toBe(holder.id)
    await perform(head.actor, handOverAll, input)
    expect(await holderOf(app, task)).toBe(successor.id)
  })

  test('a step that comes back after its doer has left waits for its role; after a stand-in it goes to whose work it was', async () => {
    const [leaver, absent, substitute, reviewer] = [
      await place.anOfficer('specialist'),
      await place.anOfficer('specialist'),
      await place.anOfficer('clerk'),
      await place.anOfficer('division-head'),
    ]
    const appraised = async (by: Person, holder: Person) => {
      const task = await place.aDossierOf(holder)
      await perform(by.actor, prepareResult, { ...task, name: 'Giấy phép thử nghiệm' })
      await perform(by.actor, completeTask, task)
      return { ...task, taskNumber: await openNumber(app, task.dossierId) }
    }
    const sentBack = async (task: TaskAt) => {
      const [appraisal] = await database
        .selectFrom('task')
        .select('node')
        .where('dossierId', '=', task.dossierId)
        .where('kind', '=', 'appraisal')
        .execute()
      await perform(reviewer.actor, claimTask, task)
      await perform(reviewer.actor, sendBack, { ...task, toNode: appraisal?.node, reason: 'Cần nêu rõ căn cứ.' })
      return { ...task, taskNumber: await openNumber(app, task.dossierId) }
    }
    const left = await appraised(leaver, leaver)
    const day = today()
    await perform(absent.actor, recordAbsence, { substituteId: substitute.id, firstDay: day, lastDay: day, reason: 'Đi công tác' })
    const stoodIn = await appraised(substitute, absent)
    const [assignment] = await assignmentsOf(database, leaver.id)
    await perform(admin, endAssignment, { assignmentId: assignment?.id, lastDay: day })
    app.clock.set(new Date(app.clock.now().getTime() + DAY))
    expect(await holderOf(app, await sentBack(left))).toBeNull()
    expect(await holderOf(app, await sentBack(stoodIn))).toBe(absent.id)
  })

  test('whoever holds work without its role stands first on the list of those to relieve', async () => {
    const holder = await place.anOfficer('specialist')
    await place.aDossierOf(holder)
    const [assignment] = await assignmentsOf(database, holder.id)
    await perform(admin, endAssignment, { assignmentId: assignment?.id, lastDay: today() })
    app.clock.set(new Date(app.clock.now().getTime() + DAY))
    const [first] = await holdersOfWork(database, { actor: admin, now: app.clock.now(), right: 'workflow.hand-over-all' })
    expect(first).toMatchObject({ officerId: holder.id, why: 'no-role', openTasks: 1 })
    await perform(admin, handOverAll, { officerId: holder.id, reason: 'Hết nhiệm vụ được giao' })
  })

  test(`${ROTATIONS} rotations: the work is always held by whoever came last, and every name stays in the history`, async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => place.anOfficer('receptionist', centreId)))
    const [first] = people
    if (!first) throw new Error('Nobody')
    let secondmentId = await second(first.id, settlingUnitId)
    const tasks = await Promise.all(Array.from({ length: 3 }, () => place.aDossierOf(first)))
    let holder = first
    for (let turn = 1; turn <= ROTATIONS; turn++) {
      const next = people[turn % people.length] ?? first
      const nextSecondment = await second(next.id, settlingUnitId)
      const moved = await perform(admin, handOverAll, {
        officerId: holder.id,
        toOfficerId: next.id,
        reason: `Luân chuyển lần ${turn}`,
        secondmentId,
        lastDay: today(),
      })
      expect(moved.map(({ outcome }) => outcome)).toEqual(['given', 'given', 'given'])
      holder = next
      secondmentId = nextSecondment
      app.clock.set(new Date(app.clock.now().getTime() + 8 * DAY))
    }
    for (const task of tasks) expect(await holderOf(app, task)).toBe(holder.id)
    const { rows } = await app.handle.pool.query(
      `select count(*)::int as times, count(distinct facts ->> 'toOfficerId')::int as people from dossier_action
       where dossier_id = $1 and kind = 'task-handed-over'`,
      [tasks[0]?.dossierId],
    )
    expect(rows).toEqual([{ times: ROTATIONS, people: people.length }])
    expect((await verifyDossiers(database)).differences).toEqual([])
  }, 120_000)
})
