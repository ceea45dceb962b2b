/** Online filings on a real database: filed, accepted, asked for a supplement, refused, closed; each guard, twice, by the wrong person. */
import { describe, expect, test } from 'vitest'
import { holdDossier } from '#modules/dossier/index.ts'
import { verifyDossiers } from '#modules/workflow/index.ts'
import type { Actor } from '#platform/actor.ts'
import { systemActor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { formatStamp, instantAt } from '#platform/text/dates.ts'
import { testApp } from '../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../tests/support/desk.ts'
import {
  acceptFiling,
  askSupplementBeforeReception,
  closeUnanswered,
  closeUnansweredDossiers,
  fileOnline,
  refuseAtDesk,
  refuseFiling,
  resubmit,
} from './index.ts'

const app = await testApp()
const { database, perform } = app.services
const desk = await aDesk(app)
const [first, second] = desk.receptionists.map((id): Actor => ({ kind: 'officer', id })) as [Actor, Actor]
const head: Actor = { kind: 'officer', id: await app.anOfficerWithRole('centre-head', desk.unitId) }
const elsewhere = await database
  .selectFrom('unit')
  .select('id')
  .where('kind', '=', 'commune-centre')
  .orderBy('id')
  .executeTakeFirstOrThrow()
const stranger: Actor = { kind: 'officer', id: await app.anOfficerWithRole('receptionist', elsewhere.id) }
const online = await aProcedure(app, desk, {
  channels: [{ channel: 'online', cutoff: '15:00' }, { channel: 'counter' }],
  components: [{ name: 'Đơn đề nghị' }, { name: 'Bản vẽ', originals: 0, copies: 1 }] as never,
})
const baseUrl = 'https://motcua.example.vn'
const owner = { name: 'Nguyễn Thị Trực Tuyến', identifier: '044190009101', phone: '0900 009 101' }

const at = (stamp: string) => app.clock.set(instantAt(stamp.slice(0, 10), stamp.slice(11)))
const filing = (changes: object = {}) => ({
  procedureCaseId: online.caseId,
  receivingUnitId: desk.unitId,
  owner,
  components: online.componentIds.map((componentId) => ({ componentId, copies: 1 })),
  returnMethod: 'electronic',
  ...changes,
})
const file = (changes: object = {}, by: Actor = systemActor('test')) => perform(by, fileOnline, filing(changes))
const accept = (dossierId: number, by = first, changes: object = {}) =>
  perform(by, acceptFiling, { dossierId, isComplete: true, baseUrl, ...changes })
const fault = { componentId: online.componentIds[1], reasonCode: 'component-illegible', text: 'Bản vẽ mờ, không đọc được kích thước.' }
const ask = (dossierId: number, by = first, changes: object = {}) =>
  perform(by, askSupplementBeforeReception, { dossierId, faults: [fault], ...changes })
const again = (dossierId: number) =>
  perform(systemActor('test'), resubmit, { dossierId, components: [{ componentId: online.componentIds[1], copies: 2 }] })

const rowOf = (id: number) => database.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const stateOf = (id: number) => database.transaction().execute(async (tx) => (await holdDossier(tx, id)).state)
const papersAnd = async (dossierId: number) => ({
  papers: (await database.selectFrom('paper').select('form').where('dossierId', '=', dossierId).orderBy('id').execute()).map(
    ({ form }) => form,
  ),
  messages: (await database.selectFrom('outgoingMessage').select('kind').where('dossierId', '=', dossierId).orderBy('id').execute()).map(
    ({ kind }) => kind,
  ),
})

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error(`It was not refused: ${String(error)}`)
  return error
}

describe('T1, file online', () => {
  test('the dossier exists with a code and eight working hours to answer; the legal clock does not run', async () => {
    at('2026-11-18T10:00')
    const { dossierId, code, answerBy } = await file()
    expect(code).toBe(`${desk.agencyCode}-261118-0001`)
    expect(formatStamp(answerBy)).toBe('2026-11-19T10:00')
    expect(await rowOf(dossierId)).toMatchObject({
      state: 'AWAITING_RECEPTION',
      nationalStatus: 1,
      receivedAt: null,
      dueAt: null,
      filedAt: app.clock.now(),
      receptionDueAt: answerBy,
    })
    expect(await papersAnd(dossierId)).toEqual({ papers: ['ACKNOWLEDGEMENT'], messages: ['acknowledged'] })
  })

  test('outside office hours and on a holiday the eight hours begin at the next opening (domain.md §2.5)', async () => {
    at('2026-11-18T17:30')
    expect(formatStamp((await file()).answerBy)).toBe('2026-11-19T17:00')
    // 24/11 is a holiday.
    at('2026-11-24T09:00')
    expect(formatStamp((await file()).answerBy)).toBe('2026-11-25T17:00')
  })

  test('keeps the portal’s own code where it is one, once; any other is kept beside ours', async () => {
    at('2026-11-18T10:05')
    const { code } = await file({ externalCode: 'g22.99.11-261118-0042' })
    expect(code).toBe('G22.99.11-261118-0042')
    expect((await refusal(file({ externalCode: 'G22.99.11-261118-0042' }))).code).toBe('intake.code-taken')
    const other = await file({ externalCode: 'CONG-77' })
    expect(other.code).toContain(desk.agencyCode)
    expect((await rowOf(other.dossierId)).externalCodes).toEqual(['CONG-77'])
  })

  test('needs every required paper, and the authority of somebody else', async () => {
    const missing = await refusal(file({ components: [] }))
    expect(missing.code).toBe('intake.component-missing')
    expect(Object.keys(missing.fields)).toHaveLength(2)
    expect((await refusal(file({ submitter: { name: 'Lê Văn Nộp Thay', identifier: '044090009102' } }))).code).toBe(
      'intake.authorization-missing',
    )
  })

  test('is for whoever holds the right at the unit', async () => {
    expect((await refusal(file({}, stranger))).code).toBe('access.denied')
    expect((await file({}, first)).code).toBeTruthy()
  })
})

describe('T3, accept', () => {
  test('ends the reception’s clock, starts the legal one by the cut-off, begins the process, lays the receipt, tells the applicant', async () => {
    at('2026-11-18T10:10')
    const { dossierId } = await file()
    at('2026-11-18T15:30')
    const { dueAt } = await accept(dossierId)
    // Cut-off 15:00: counted from Thursday morning, five working days past the holiday of 24/11.
    expect(formatStamp(dueAt)).toBe('2026-11-26T17:00')
    const row = await rowOf(dossierId)
    expect(row).toMatchObject({
      state: 'AWAITING_ASSIGNMENT',
      receptionDueAt: null,
      receivedAt: app.clock.now(),
      dueAt,
      receivedById: desk.receptionists[0],
    })
    expect(formatStamp(row.clockStartedAt ?? new Date(0))).toBe('2026-11-19T08:00')
    const state = await stateOf(dossierId)
    expect(state.receptionClock?.standing).toBe('finished')
    expect(state.open).toHaveLength(1)
    expect(await papersAnd(dossierId)).toEqual({
      papers: ['ACKNOWLEDGEMENT', 'RECEIPT_APPOINTMENT'],
      messages: ['acknowledged', 'received'],
    })
  })

  test('only when the receptionist found everything in order, at her unit', async () => {
    at('2026-11-18T10:15')
    const { dossierId } = await file()
    const incomplete = await refusal(accept(dossierId, first, { isComplete: false }))
    expect(incomplete.sentence('vi')).toBe(
      'Hồ sơ còn thiếu hoặc chưa hợp lệ: hãy yêu cầu bổ sung một lần cho đủ. (Điều 17 Nghị định 118/2025/NĐ-CP)',
    )
    expect((await refusal(accept(dossierId, stranger))).code).toBe('access.denied')
  })

  test('two at once: one dossier is received, the other is told', async () => {
    at('2026-11-18T10:20')
    const { dossierId } = await file()
    const both = await Promise.allSettled([accept(dossierId, first), accept(dossierId, second)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((each) => each.status === 'rejected') as PromiseRejectedResult
    expect((refused.reason as AppError).sentence('vi')).toContain('Chỉ tiếp nhận hồ sơ đang chờ tiếp nhận.')
    expect((await stateOf(dossierId)).open).toHaveLength(1)
  })
})

describe('T4, supplement before reception', () => {
  test('names each fault, gives fifteen working days, stops the reception’s clock; the supplement starts it again', async () => {
    at('2026-11-18T10:25')
    const { dossierId } = await file()
    at('2026-11-18T14:00')
    const { answerBy, number } = await ask(dossierId, first, { guideName: 'Trần Hướng Dẫn', guidePhone: '0233 000 000' })
    expect([number, formatStamp(answerBy)]).toEqual([1, '2026-12-10T17:00'])
    expect(await rowOf(dossierId)).toMatchObject({ state: 'AWAITING_INTAKE_SUPPLEMENT', nationalStatus: 5, receptionDueAt: null })
    const faults = await database
      .selectFrom('supplementFault as f')
      .innerJoin('supplementRequest as r', 'r.id', 'f.supplementRequestId')
      .innerJoin('reason as e', 'e.id', 'f.reasonId')
      .select(['f.componentId', 'f.text', 'e.code'])
      .where('r.dossierId', '=', dossierId)
      .execute()
    expect(faults).toEqual([{ componentId: fault.componentId, text: fault.text, code: fault.reasonCode }])
    at('2026-11-20T09:00')
    const resubmitted = await again(dossierId)
    expect(formatStamp(resubmitted.answerBy)).toBe('2026-11-23T09:00')
    expect(await rowOf(dossierId)).toMatchObject({
      state: 'RESUBMITTED_AWAITING_RECEPTION',
      nationalStatus: 1,
      receptionDueAt: resubmitted.answerBy,
    })
    const copies = await database
      .selectFrom('dossierComponent')
      .select('copies')
      .where('dossierId', '=', dossierId)
      .orderBy('position')
      .execute()
    expect(copies).toEqual([{ copies: 1 }, { copies: 2 }])
    expect(await papersAnd(dossierId)).toEqual({
      papers: ['ACKNOWLEDGEMENT', 'SUPPLEMENT_REQUEST', 'ACKNOWLEDGEMENT'],
      messages: ['acknowledged', 'supplement-asked', 'acknowledged'],
    })
    expect((await refusal(again(dossierId))).sentence('vi')).toContain('Hồ sơ không chờ bổ sung trước tiếp nhận.')
  })

  test('without a fault, a second time or after eight hours it is refused; a leader may, with her reason', async () => {
    at('2026-11-18T10:30')
    const { dossierId } = await file()
    expect((await refusal(ask(dossierId, first, { faults: [] }))).sentence('vi')).toContain('Hãy đánh dấu mọi thành phần')
    await ask(dossierId)
    await again(dossierId)
    const twice = await refusal(ask(dossierId))
    expect(twice.sentence('vi')).toBe(
      'Chỉ được yêu cầu bổ sung một lần; lần thứ hai cần quyết định của lãnh đạo và được thống kê. (Điều 11 Nghị định 118/2025/NĐ-CP)',
    )
    // The receptionist may write what she likes: she is no leader.
    expect((await refusal(ask(dossierId, first, { decisionText: 'Giám đốc đồng ý.' }))).code).toBe('workflow.refused')
    const { number } = await ask(dossierId, head, { decisionText: 'Bản vẽ nộp lại vẫn thiếu trang.' })
    expect(number).toBe(2)
    const request = await database
      .selectFrom('supplementRequest')
      .select(['decidedById', 'decisionText'])
      .where('dossierId', '=', dossierId)
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    expect(request).toEqual({ decidedById: head.id, decisionText: 'Bản vẽ nộp lại vẫn thiếu trang.' })
    const late = await file()
    at('2026-11-20T16:00')
    expect((await refusal(ask(late.dossierId))).sentence('vi')).toContain('Đã quá 08 giờ làm việc')
  })

  test('a paper of another dossier, an unknown reason, nothing supplemented: said at the field', async () => {
    at('2026-11-18T10:35')
    const { dossierId } = await file()
    const other = await file()
    const foreign = await database
      .selectFrom('dossierComponent')
      .select('id')
      .where('dossierId', '=', other.dossierId)
      .executeTakeFirstOrThrow()
    const wrong = await refusal(
      ask(dossierId, first, { faults: [{ dossierComponentId: foreign.id, reasonCode: fault.reasonCode, text: fault.text }] }),
    )
    expect(wrong.fields).toHaveProperty(['faults.0'])
    const reason = await refusal(ask(dossierId, first, { faults: [{ ...fault, reasonCode: 'no-such' }] }))
    expect(reason.fields).toHaveProperty(['faults.0.reasonCode'])
    expect((await stateOf(dossierId)).state).toBe('AWAITING_RECEPTION')
    await ask(dossierId)
    expect((await refusal(perform(systemActor('test'), resubmit, { dossierId }))).code).toBe('intake.nothing-supplemented')
  })
})

describe('T10, close what was not supplemented', () => {
  test('the system closes it when the last day is over, not before, and once', async () => {
    at('2026-11-18T10:40')
    const { dossierId, code } = await file()
    await ask(dossierId)
    const day = instantAt('2026-12-10', '23:00')
    app.clock.set(day)
    expect((await refusal(perform(head, closeUnanswered, { dossierId }))).sentence('vi')).toContain('Người nộp còn thời hạn bổ sung')
    at('2026-12-11T00:30')
    const first = await closeUnansweredDossiers(app.services, app.clock.now())
    expect(first.failed).toEqual([])
    expect(first.closed).toBeGreaterThan(0)
    expect(await closeUnansweredDossiers(app.services, app.clock.now())).toEqual({ closed: 0, failed: [] })
    expect(await rowOf(dossierId)).toMatchObject({ state: 'CLOSED_NO_SUPPLEMENT', nationalStatus: 8, outcome: 'unanswered' })
    expect(await papersAnd(dossierId)).toMatchObject({ messages: ['acknowledged', 'supplement-asked', 'closed'] })
    const { body } = await app.server.inject({ method: 'GET', url: `/tra-cuu/${code}` })
    expect(body).toContain('Hồ sơ đã đóng vì quá thời hạn bổ sung.')
    expect((await refusal(again(dossierId))).code).toBe('workflow.refused')
  })

  test('one bad case stops nobody', async () => {
    at('2026-11-18T10:45')
    const [bad, good] = [await file(), await file()]
    await ask(bad.dossierId)
    await ask(good.dossierId)
    await app.handle.pool.query(`create function bad_case() returns trigger language plpgsql as $$ begin
      if new.id = ${bad.dossierId} then raise exception 'bad case'; end if; return new; end $$;
      create trigger bad_case before update on dossier for each row execute function bad_case()`)
    at('2026-12-14T09:00')
    const done = await closeUnansweredDossiers(app.services, app.clock.now())
    await app.handle.pool.query('drop trigger bad_case on dossier; drop function bad_case')
    expect(done.failed.map(({ dossierId }) => dossierId)).toEqual([bad.dossierId])
    expect((await rowOf(good.dossierId)).state).toBe('CLOSED_NO_SUPPLEMENT')
    expect((await closeUnansweredDossiers(app.services, app.clock.now())).closed).toBe(1)
  })

  test('the procedure’s own period counts instead of fifteen working days', async () => {
    at('2026-11-18T10:50')
    const own = await aProcedure(
      app,
      desk,
      { channels: [{ channel: 'online' }] },
      { answerSupplementDays: 3, answerSupplementUnit: 'calendar-day' },
    )
    const filed = await file({
      procedureCaseId: own.caseId,
      components: own.componentIds.map((componentId) => ({ componentId, copies: 1 })),
    })
    const { answerBy } = await ask(filed.dossierId, first, { faults: [{ ...fault, componentId: own.componentIds[0] }] })
    // 21/11 is a Saturday.
    expect(formatStamp(answerBy)).toBe('2026-11-23T17:00')
    at('2026-11-24T08:00')
    await perform(head, closeUnanswered, { dossierId: filed.dossierId })
    expect((await rowOf(filed.dossierId)).state).toBe('CLOSED_NO_SUPPLEMENT')
  })
})

describe('T5, refuse', () => {
  test('online: with a reason of the list and in words, form 03; never what was received', async () => {
    at('2026-11-18T10:55')
    const { dossierId } = await file()
    const grounds = { dossierId, reasonCode: 'not-competent', text: 'Thuộc thẩm quyền của Bộ.' }
    expect((await refusal(perform(first, refuseFiling, { ...grounds, text: '' }))).fields).toHaveProperty('text')
    expect((await refusal(perform(first, refuseFiling, { ...grounds, reasonCode: 'component-missing' }))).fields).toHaveProperty(
      'reasonCode',
    )
    expect((await refusal(perform(stranger, refuseFiling, grounds))).code).toBe('access.denied')
    await perform(first, refuseFiling, grounds)
    expect(await rowOf(dossierId)).toMatchObject({
      state: 'NOT_ACCEPTED',
      nationalStatus: 3,
      outcome: 'not-accepted',
      receptionDueAt: null,
    })
    expect(await papersAnd(dossierId)).toEqual({
      papers: ['ACKNOWLEDGEMENT', 'REFUSAL'],
      messages: ['acknowledged', 'refused-at-reception'],
    })
    const received = await file()
    await accept(received.dossierId)
    const refused = await refusal(perform(first, refuseFiling, { ...grounds, dossierId: received.dossierId }))
    expect(refused.sentence('vi')).toContain('Hồ sơ đã tiếp nhận thì không từ chối tiếp nhận được nữa.')
  })

  test('at the desk: a dossier that ends where it begins, with its code and form 03', async () => {
    at('2026-11-18T11:00')
    const { dossierId, code } = await perform(first, refuseAtDesk, {
      ...filing({ components: [], returnMethod: 'counter' }),
      channel: 'counter',
      reasonCode: 'object-unfit',
      text: 'Chủ hồ sơ không phải là tổ chức.',
    })
    expect(await rowOf(dossierId)).toMatchObject({ state: 'NOT_ACCEPTED', nationalStatus: 3, outcome: 'not-accepted', receivedAt: null })
    expect(await papersAnd(dossierId)).toEqual({ papers: ['REFUSAL'], messages: ['refused-at-reception'] })
    const { body } = await app.server.inject({ method: 'GET', url: `/tra-cuu/${code}` })
    expect(body).toContain('Hồ sơ không được tiếp nhận.')
  })
})

test('every list of actions tells what the rows say', async () => {
  expect((await verifyDossiers(database)).differences).toEqual([])
})
