/** Ý kiến chỉ đạo: given by who may, to who can read, due by the working calendar, answered by the addressee or who stands in. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aWorkplace, kindsOf, type Person, type TaskAt } from '../../../tests/support/work.ts'
import { instantAt, localDate } from '../../platform/text/dates.ts'
import { recordAbsence } from '../identity/index.ts'
import {
  acknowledgeInstruction,
  answerInstruction,
  answersOf,
  callCounts,
  countInstructions,
  findInstruction,
  instruct,
  instructionsFor,
  verifyDossiers,
  withdrawInstruction,
} from './index.ts'

const app = await testApp()
const place = await aWorkplace(app)
const { perform, database } = app.services
const leader = await place.anOfficer('agency-leader')
const holder = await place.anOfficer('specialist')
const { settlingUnitId } = place.desk
const now = () => app.clock.now()

const give = (task: TaskAt, to: { addresseeId?: number; addresseeUnitId?: number }, by: Person = leader, more: object = {}) =>
  perform(by.actor, instruct, {
    dossierId: task.dossierId,
    content: 'Báo cáo lý do chậm, xử lý trong tuần.',
    amount: 2,
    limitUnit: 'working-day',
    ...to,
    ...more,
  })

describe('an instruction', () => {
  test('is due by the working calendar, seen, reported on, done; each is on the dossier’s list by reference alone', async () => {
    // Wednesday; the two working days after it are Thursday and Friday.
    app.clock.set(instantAt('2026-11-18', '09:00'))
    const task = await place.aDossierOf(holder)
    const instructionId = await give(task, { addresseeId: holder.id })
    expect(await findInstruction(database, instructionId, now())).toMatchObject({
      state: 'new',
      isLate: false,
      dueAt: instantAt('2026-11-20', '09:00'),
      giverName: leader.fullName,
      addresseeName: holder.fullName,
    })
    expect(await callCounts(database, holder.id, now())).toMatchObject({ instructions: 1, lateInstructions: 0 })
    await perform(holder.actor, acknowledgeInstruction, { instructionId })
    await perform(holder.actor, acknowledgeInstruction, { instructionId })
    await perform(holder.actor, answerInstruction, { instructionId, text: 'Đang chờ ý kiến Sở Tài chính.' })
    expect(await findInstruction(database, instructionId, now())).toMatchObject({
      state: 'acknowledged',
      acknowledgedByName: holder.fullName,
    })
    await perform(holder.actor, answerInstruction, { instructionId, text: 'Đã xong.', isFinal: 'on' })
    expect(await findInstruction(database, instructionId, now())).toMatchObject({ state: 'done', isLate: false })
    expect((await answersOf(database, instructionId)).map(({ isFinal }) => isFinal)).toEqual([false, true])
    expect((await kindsOf(app, task.dossierId)).filter((kind) => kind.startsWith('instruct'))).toEqual([
      'instructed',
      'instruction-acknowledged',
      'instruction-answered',
      'instruction-answered',
    ])
    const { rows } = await app.handle.pool.query(`select facts::text as facts from dossier_action where dossier_id = $1`, [task.dossierId])
    expect(rows.map(({ facts }) => facts).join()).not.toContain('Báo cáo lý do chậm')
    expect((await verifyDossiers(database)).differences).toEqual([])
    await expect(perform(holder.actor, answerInstruction, { instructionId, text: 'Lần nữa' })).rejects.toMatchObject({
      code: 'workflow.instruction-over',
    })
  })

  test('is late from its due minute on, until it is done, and says so afterwards', async () => {
    const task = await place.aDossierOf(holder)
    const instructionId = await give(task, { addresseeId: holder.id }, leader, { amount: 1, limitUnit: 'hour' })
    const due = (await findInstruction(database, instructionId, now()))?.dueAt ?? now()
    expect((await findInstruction(database, instructionId, due))?.isLate).toBe(false)
    app.clock.set(new Date(due.getTime() + 60_000))
    expect((await findInstruction(database, instructionId, now()))?.isLate).toBe(true)
    const counts = await countInstructions(database, { officerId: leader.id, now: now() })
    expect(counts.byMeLate).toBeGreaterThan(0)
    expect((await instructionsFor(database, { officerId: holder.id, now: now() }, 'to-me', 'late')).map(({ id }) => id)).toContain(
      instructionId,
    )
    await perform(holder.actor, answerInstruction, { instructionId, text: 'Đã xong, xin lỗi vì chậm.', isFinal: true })
    expect(await findInstruction(database, instructionId, now())).toMatchObject({ state: 'done', isLate: true })
  })

  test('to a unit: anybody with a role there answers; nobody from elsewhere', async () => {
    const task = await place.aDossierOf(holder)
    const instructionId = await give(task, { addresseeUnitId: settlingUnitId })
    const [inside, outside] = [await place.anOfficer('clerk'), await place.anOfficer('receptionist', place.desk.unitId)]
    await expect(perform(outside.actor, acknowledgeInstruction, { instructionId })).rejects.toMatchObject({
      code: 'workflow.instruction-not-yours',
    })
    await perform(inside.actor, answerInstruction, { instructionId, text: 'Đơn vị đã xử lý.', isFinal: true })
  })

  test('is answered by who stands in for the absent addressee', async () => {
    const [absent, substitute] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    const task = await place.aDossierOf(absent)
    const instructionId = await give(task, { addresseeId: absent.id })
    await expect(perform(substitute.actor, acknowledgeInstruction, { instructionId })).rejects.toMatchObject({
      code: 'workflow.instruction-not-yours',
    })
    const today = localDate(now())
    await perform(absent.actor, recordAbsence, { substituteId: substitute.id, firstDay: today, lastDay: today, reason: 'Họp cả ngày' })
    expect((await callCounts(database, substitute.id, now())).instructions).toBe(1)
    await perform(substitute.actor, acknowledgeInstruction, { instructionId })
  })

  test('is withdrawn by who gave it, nobody else', async () => {
    const task = await place.aDossierOf(holder)
    const instructionId = await give(task, { addresseeId: holder.id })
    await expect(perform(holder.actor, withdrawInstruction, { instructionId })).rejects.toMatchObject({ code: 'access.denied' })
    await perform(leader.actor, withdrawInstruction, { instructionId })
    await expect(perform(holder.actor, acknowledgeInstruction, { instructionId })).rejects.toMatchObject({
      code: 'workflow.instruction-over',
    })
  })

  test('answered twice at the same moment as done: one is, the other is told', async () => {
    const task = await place.aDossierOf(holder)
    const instructionId = await give(task, { addresseeId: holder.id })
    const outcomes = await Promise.allSettled(
      ['một', 'hai'].map((text) => perform(holder.actor, answerInstruction, { instructionId, text: `Xong lần ${text}`, isFinal: true })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'workflow.instruction-over' } })
    expect(await answersOf(database, instructionId)).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test('no right, nobody or both chosen, a stranger, oneself, a unit that has nothing to do with it, a foolish time', async () => {
    const task = await place.aDossierOf(holder)
    const stranger = await place.anOfficer('agency-admin')
    const refused = async (work: Promise<unknown>, expected: object) => expect(work).rejects.toMatchObject(expected)
    await refused(give(task, { addresseeId: leader.id }, holder), { code: 'access.denied' })
    await refused(give(task, {}), { fields: { addresseeId: 'Hãy chọn một người hoặc một đơn vị thực hiện.' } })
    await refused(give(task, { addresseeId: holder.id, addresseeUnitId: settlingUnitId }), { fields: { addresseeId: expect.any(String) } })
    await refused(give(task, { addresseeId: stranger.id }), {
      fields: { addresseeId: `${stranger.fullName} không được xem hồ sơ này nên không giao được.` },
    })
    await refused(give(task, { addresseeId: leader.id }), { fields: { addresseeId: 'Người thực hiện phải là người khác.' } })
    const { id: root } = await database.selectFrom('unit').select('id').where('parentId', 'is', null).executeTakeFirstOrThrow()
    await refused(give(task, { addresseeUnitId: root }), { fields: { addresseeUnitId: expect.any(String) } })
    await refused(give(task, { addresseeId: holder.id }, leader, { amount: 0 }), { fields: { amount: expect.any(String) } })
    await refused(give(task, { addresseeId: holder.id }, leader, { content: 'Ừ' }), { fields: { content: expect.any(String) } })
  })
})
