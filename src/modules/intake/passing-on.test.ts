/** T6 and the ways out of the ordinary: forwarded, passed on to the right authority, settled on the spot or at once, received outside the unit. */
import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '#modules/calendar/index.ts'
import { offerProcedures } from '#modules/catalogue/index.ts'
import { readActions } from '#modules/dossier/index.ts'
import { saveParameters } from '#modules/organization/index.ts'
import { completeTask, openTasks, verifyDossiers } from '#modules/workflow/index.ts'
import type { Actor } from '#platform/actor.ts'
import { systemActor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { formatStamp, instantAt } from '#platform/text/dates.ts'
import { testApp } from '../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../tests/support/desk.ts'
import { takeStep } from '../../../tests/support/take-step.ts'
import {
  acceptFiling,
  fileOnline,
  forwardDay,
  forwardDossier,
  passOn,
  receiveDossier,
  recordOutside,
  settleAtOnce,
  settleOnTheSpot,
} from './index.ts'

const app = await testApp()
const { database, perform } = app.services
const system = systemActor('test')
const desk = await aDesk(app)
const receptionist: Actor = { kind: 'officer', id: desk.receptionists[0] }
const colleague: Actor = { kind: 'officer', id: desk.receptionists[1] }
const commune = await database
  .selectFrom('unit as u')
  .select(['u.id', 'u.name'])
  .where('u.kind', '=', 'commune-centre')
  .where((eb) => eb.exists(eb.selectFrom('procedureOffer as o').select('o.id').whereRef('o.receivingUnitId', '=', 'u.id')))
  .orderBy('u.id')
  .executeTakeFirstOrThrow()
const communeOffer = await database
  .selectFrom('procedureOffer')
  .select('settlingUnitId')
  .where('receivingUnitId', '=', commune.id)
  .orderBy('id')
  .executeTakeFirstOrThrow()
const communeReceptionist: Actor = { kind: 'officer', id: await app.anOfficerWithRole('receptionist', commune.id) }

const channels = [{ channel: 'counter' }, { channel: 'online' }] as const
const plain = await aProcedure(app, desk, { channels: [...channels] })
const spot = await aProcedure(app, desk, { channels: [...channels] }, { isFourOnTheSpot: true })
const sameDay = await aProcedure(app, desk, { channels: [...channels] }, { isSameDay: true })
const outside = await aProcedure(app, desk, { channels: [...channels] }, { isOutsideTheUnit: true })
const { procedureId } = await database
  .selectFrom('procedureVersion as v')
  .innerJoin('procedureCase as c', 'c.procedureVersionId', 'v.id')
  .select('v.procedureId')
  .where('c.id', '=', plain.caseId)
  .executeTakeFirstOrThrow()
await perform(system, offerProcedures, {
  procedureIds: [procedureId],
  at: [{ receivingUnitId: commune.id, settlingUnitId: communeOffer.settlingUnitId }],
  validFrom: '2026-01-02',
})

const at = (stamp: string) => app.clock.set(instantAt(stamp.slice(0, 10), stamp.slice(11)))
const handed = (procedure: typeof plain) => ({
  procedureCaseId: procedure.caseId,
  receivingUnitId: desk.unitId,
  owner: { name: 'Lê Thị Chuyển Đi', identifier: '044190009201', phone: '0900 009 201' },
  components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
  returnMethod: 'counter',
})
const receive = (procedure = plain, forwards = false) => perform(receptionist, receiveDossier, { ...handed(procedure), forwards })
const rowOf = (id: number) => database.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const tasksOpen = async (id: number) =>
  openTasks(await readActions(database, id)).map(({ kind, unitId, assigneeId }) => ({ kind, unitId, assigneeId }))
const grounds = { reasonCode: 'not-competent', text: 'Công trình nằm trên địa bàn xã.', toUnitId: commune.id }

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error(`It was not refused: ${String(error)}`)
  return error
}

describe('T6, forward', () => {
  test('what the reception kept goes on, once; the day is said', async () => {
    at('2026-11-18T14:00')
    const { dossierId } = await receive()
    expect(await rowOf(dossierId)).toMatchObject({ state: 'RECEIVED' })
    expect((await perform(receptionist, forwardDossier, { dossierId })).isLate).toBe(false)
    expect(await rowOf(dossierId)).toMatchObject({ state: 'AWAITING_ASSIGNMENT', nationalStatus: 4 })
    expect((await refusal(perform(receptionist, forwardDossier, { dossierId }))).sentence('vi')).toContain(
      'Chỉ chuyển hồ sơ vừa tiếp nhận.',
    )
    const late = await receive()
    at('2026-11-19T09:00')
    expect((await perform(receptionist, forwardDossier, { dossierId: late.dossierId })).isLate).toBe(true)
  })

  test('the 15:00 rule: the same working day before it, else the next', () => {
    const calendar = nationalCalendar()
    const on = (stamp: string) => forwardDay(calendar, instantAt(stamp.slice(0, 10), stamp.slice(11)))
    expect(on('2026-11-18T14:59')).toBe('2026-11-18')
    expect(on('2026-11-18T15:00')).toBe('2026-11-19')
    // Friday afternoon; Saturday; the eve of the holiday of 24/11.
    expect(on('2026-11-20T15:30')).toBe('2026-11-23')
    expect(on('2026-11-21T09:00')).toBe('2026-11-23')
    expect(on('2026-11-23T16:00')).toBe('2026-11-25')
  })
})

describe('T6, pass on to the right authority', () => {
  test('a dossier that was received keeps code and date; its reception opens at the other one-stop unit, which brings it on', async () => {
    at('2026-11-18T10:00')
    const { dossierId, code, dueAt } = await receive(plain, true)
    const { isLate } = await perform(receptionist, passOn, { dossierId, ...grounds })
    expect(isLate).toBe(false)
    expect(await rowOf(dossierId)).toMatchObject({
      code,
      dueAt,
      state: 'FORWARDED',
      nationalStatus: 4,
      receivingUnitId: commune.id,
      settlingUnitId: communeOffer.settlingUnitId,
    })
    expect(await tasksOpen(dossierId)).toEqual([{ kind: 'reception', unitId: commune.id, assigneeId: undefined }])
    const slip = await database.selectFrom('paper').select(['form', 'unitId']).where('dossierId', '=', dossierId).execute()
    expect(slip).toEqual([{ form: 'TRANSFER_SLIP', unitId: desk.unitId }])
    const messages = await database.selectFrom('outgoingMessage').select('kind').where('dossierId', '=', dossierId).execute()
    expect(messages).toEqual([{ kind: 'passed-on' }])
    const [task] = openTasks(await readActions(database, dossierId))
    await perform(communeReceptionist, completeTask, { dossierId, taskNumber: task?.number })
    expect(await rowOf(dossierId)).toMatchObject({ state: 'AWAITING_ASSIGNMENT' })
    expect((await tasksOpen(dossierId))[0]?.unitId).toBe(communeOffer.settlingUnitId)
    while ((await takeStep(app, dossierId)).kind !== 'return') at('2026-11-19T10:00')
    expect(await rowOf(dossierId)).toMatchObject({ state: 'RESULT_RETURNED' })
  })

  test('a filing waits there, its eight hours running on; the other unit accepts it', async () => {
    at('2026-11-18T10:30')
    const { dossierId, answerBy } = await perform(system, fileOnline, { ...handed(plain), returnMethod: 'electronic' })
    await perform(receptionist, passOn, { dossierId, ...grounds })
    expect(await rowOf(dossierId)).toMatchObject({ state: 'AWAITING_RECEPTION', receivingUnitId: commune.id, receptionDueAt: answerBy })
    const given = { dossierId, isComplete: true, baseUrl: 'https://motcua.example.vn' }
    expect((await refusal(perform(receptionist, acceptFiling, given))).code).toBe('access.denied')
    await perform(communeReceptionist, acceptFiling, given)
    expect(await rowOf(dossierId)).toMatchObject({ state: 'AWAITING_ASSIGNMENT', settlingUnitId: communeOffer.settlingUnitId })
  })

  test('not to itself, not to where the procedure is not received, not without grounds, not by the wrong person', async () => {
    at('2026-11-18T11:00')
    const { dossierId } = await receive()
    expect((await refusal(perform(receptionist, passOn, { dossierId, ...grounds, toUnitId: desk.unitId }))).sentence('vi')).toContain(
      'Hồ sơ thuộc thẩm quyền của cơ quan đang giữ',
    )
    const other = await receive(spot)
    expect((await refusal(perform(receptionist, passOn, { dossierId: other.dossierId, ...grounds }))).fields).toHaveProperty('toUnitId')
    expect((await refusal(perform(receptionist, passOn, { dossierId, ...grounds, text: '' }))).fields).toHaveProperty('text')
    expect((await refusal(perform(communeReceptionist, passOn, { dossierId, ...grounds }))).code).toBe('access.denied')
  })
})

describe('four on the spot, same day, outside the unit', () => {
  test('on the spot: the appraisal opens at the one-stop unit with who received it; only where the procedure says so', async () => {
    at('2026-11-18T13:30')
    const { dossierId } = await receive(spot)
    await perform(receptionist, settleOnTheSpot, { dossierId })
    expect(await rowOf(dossierId)).toMatchObject({ state: 'IN_APPRAISAL' })
    expect(await tasksOpen(dossierId)).toEqual([{ kind: 'appraisal', unitId: desk.unitId, assigneeId: desk.receptionists[0] }])
    const usual = await receive()
    expect((await refusal(perform(receptionist, settleOnTheSpot, { dossierId: usual.dossierId }))).sentence('vi')).toBe(
      'Thủ tục này không được giải quyết tại chỗ. (khoản 5 Điều 17 Nghị định 61/2018/NĐ-CP (Nghị định 118/2025/NĐ-CP kế thừa))',
    )
  })

  test('at once: number, result and return in one act; alone only where the system says so', async () => {
    at('2026-11-18T14:00')
    await database
      .insertInto('roleRight')
      .columns(['roleId', 'name'])
      .expression((eb) =>
        eb
          .selectFrom('role')
          .select(['id', eb.val('workflow.issue-result').as('name')])
          .where('code', '=', 'receptionist'),
      )
      .execute()
    const settle = (dossierId: number, by: Actor) =>
      perform(by, settleAtOnce, { dossierId, name: 'Bản sao có chứng thực', symbol: 'CT-UBND' })
    const parameters = { name: 'Trung tâm thử nghiệm', nearDueHours: 24, halfPercent: 50, nearPercent: 75, undoMinutes: 30 }
    const one = await receive(sameDay)
    const { number } = await settle(one.dossierId, receptionist)
    expect(number).toBeGreaterThan(0)
    expect(await rowOf(one.dossierId)).toMatchObject({
      state: 'RESULT_AVAILABLE',
      nationalStatus: 9,
      outcome: 'result',
      finishedAt: app.clock.now(),
    })
    expect(await tasksOpen(one.dossierId)).toMatchObject([{ kind: 'return', unitId: desk.unitId }])
    expect((await takeStep(app, one.dossierId)).kind).toBe('return')
    await perform(system, saveParameters, { ...parameters, settlesAlone: false })
    const two = await receive(sameDay)
    expect((await refusal(settle(two.dossierId, receptionist))).sentence('vi')).toContain('Người thẩm định không được tự phê duyệt')
    await settle(two.dossierId, colleague)
    const usual = await receive()
    expect((await refusal(settle(usual.dossierId, colleague))).sentence('vi')).toContain('không thuộc loại giải quyết, trả kết quả ngay')
  })

  test('outside the unit: by the agency that settles it, tracked from there', async () => {
    at('2026-11-18T15:00')
    const specialist: Actor = { kind: 'officer', id: await app.anOfficerWithRole('specialist', desk.settlingUnitId) }
    const { dossierId, dueAt } = await perform(specialist, recordOutside, handed(outside))
    expect(formatStamp(dueAt)).toBe('2026-11-26T15:00')
    expect(await rowOf(dossierId)).toMatchObject({ state: 'AWAITING_ASSIGNMENT', receivedById: specialist.id })
    expect((await refusal(perform(specialist, recordOutside, handed(plain)))).sentence('vi')).toContain(
      'Thủ tục này phải được tiếp nhận tại Bộ phận Một cửa.',
    )
    expect((await refusal(perform(receptionist, recordOutside, handed(outside)))).code).toBe('access.denied')
  })
})

test('every list of actions tells what the rows say', async () => {
  expect((await verifyDossiers(database)).differences).toEqual([])
})
