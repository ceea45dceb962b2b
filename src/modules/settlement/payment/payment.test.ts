/** T13–T14 through the real actions and the partners' API. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { aFile, expectVerified, later, messagesOf, papersLaid, refusal, stateOf } from '../../../../tests/support/settling.ts'
import { aWorkplace, PASSWORD } from '../../../../tests/support/work.ts'
import { systemActor } from '../../../platform/actor.ts'
import { askTax, confirmPayment, noObligation, notifyObligation, requestPayment } from '../index.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const stranger = await place.anOfficer('specialist', await anotherUnit())
const cashier = { kind: 'officer', id: place.desk.receptionists[0] } as const
const baseUrl = 'http://localhost'

const obligation = { amount: '1.500.000', reasonCode: 'fee-due', noticeNumber: '15/TB', payBy: '2026-12-01' }
const paid = { amount: 1_500_000, voucher: 'BL-001', baseUrl }

async function anotherUnit(): Promise<number> {
  const unit = await database
    .selectFrom('unit')
    .select('id')
    .where('kind', '=', 'division')
    .where('id', '!=', place.desk.settlingUnitId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return unit.id
}

describe('a fee that falls due during the settlement', () => {
  test('stops the clock, lays the notice, tells the applicant; the voucher at the desk lets it go on with a second appointment', async () => {
    const { dossierId, taskNumber } = await place.aDossierOf(specialist)
    const before = await stateOf(app, dossierId)
    await perform(specialist.actor, requestPayment, { dossierId, ...obligation })
    const waiting = await stateOf(app, dossierId)
    expect(waiting).toMatchObject({ state: 'AWAITING_PAYMENT', interrupted: ['IN_APPRAISAL'], financial: 'due' })
    expect(waiting.clock?.standing).toBe('paused')
    expect(await papersLaid(app, dossierId)).toContain('FINANCIAL_NOTICE')
    expect(await messagesOf(app, dossierId)).toEqual(['payment-asked'])
    later(app, 2 * 1440)
    expect(await refusal(perform(cashier, confirmPayment, { dossierId, ...paid, amount: 1_499_999 }))).toMatchObject({
      code: 'workflow.refused',
      guard: 'amount-matches',
      article: expect.stringContaining('nghĩa vụ tài chính'),
    })
    await perform(cashier, confirmPayment, { dossierId, ...paid })
    const after = await stateOf(app, dossierId)
    expect(after).toMatchObject({ state: 'IN_APPRAISAL', interrupted: [], financial: 'paid' })
    expect(after.open).toMatchObject([{ number: taskNumber }])
    // Two working days stood still: the date moves by as much, and the first is kept.
    expect(after.clock?.originalDueAt).toEqual(before.clock?.originalDueAt)
    expect(after.clock?.dueAt.getTime()).toBeGreaterThanOrEqual((before.clock?.dueAt.getTime() ?? 0) + 2 * 86_400_000)
    expect(await papersLaid(app, dossierId)).toContain('RECEIPT_APPOINTMENT')
    expect(await messagesOf(app, dossierId)).toEqual(['payment-asked', 'payment-confirmed'])
    expect(await refusal(perform(cashier, confirmPayment, { dossierId, ...paid }))).toMatchObject({ code: 'settlement.already-paid' })
    await expectVerified(app)
  })

  test('is asked for by who may, where the dossier is settled, and once at a time', async () => {
    const { dossierId } = await place.aDossierOf(specialist)
    expect(await refusal(perform(stranger.actor, requestPayment, { dossierId, ...obligation }))).toMatchObject({ code: 'access.denied' })
    expect(await refusal(perform(cashier, requestPayment, { dossierId, ...obligation }))).toMatchObject({ code: 'access.denied' })
    const wrong = await refusal(perform(specialist.actor, requestPayment, { dossierId, amount: '1.5', reasonCode: '', noticeNumber: '' }))
    expect(Object.keys(wrong.fields).sort()).toEqual(['amount', 'noticeNumber', 'reasonCode'])
    const twice = await Promise.allSettled([1, 2].map(() => perform(specialist.actor, requestPayment, { dossierId, ...obligation })))
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectVerified(app)
  })
})

describe('the tax agency', () => {
  const ask = { agency: 'Thuế cơ sở 1', content: 'Xác định tiền sử dụng đất.', workingDays: 5 }

  test('has a part of its own with its own date, while the clock runs; its notice stops the clock', async () => {
    const { dossierId } = await place.aDossierOf(specialist)
    const { taskNumber } = await perform(specialist.actor, askTax, { dossierId, ...ask })
    const asked = await stateOf(app, dossierId)
    expect(asked).toMatchObject({ state: 'AWAITING_PAYMENT_NOTICE', financial: 'none' })
    expect(asked.clock?.standing).toBe('running')
    expect(asked.open.map(({ kind }) => kind).sort()).toEqual(['appraisal', 'leg'])
    expect(await papersLaid(app, dossierId)).toEqual(['TRANSFER_SLIP'])
    expect(await refusal(perform(specialist.actor, notifyObligation, { dossierId, ...obligation }))).toMatchObject({
      guard: 'obligation-attached',
    })
    await perform(specialist.actor, notifyObligation, { dossierId, ...obligation, documentId: await aFile(app, specialist.id) })
    const notified = await stateOf(app, dossierId)
    expect(notified).toMatchObject({ state: 'AWAITING_PAYMENT', financial: 'due' })
    expect(notified.open).toMatchObject([{ kind: 'appraisal' }])
    const leg = await database.selectFrom('leg').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
    expect(leg).toMatchObject({ kind: 'tax', taskNumber, outcome: 'answered', answer: '15/TB' })
    await expectVerified(app)
  })

  test('may find that nothing is due: the dossier goes on without a pause', async () => {
    const { dossierId } = await place.aDossierOf(specialist)
    const { clock } = await stateOf(app, dossierId)
    await perform(specialist.actor, askTax, { dossierId, ...ask })
    later(app, 60)
    await perform(specialist.actor, noObligation, { dossierId, reasonCode: 'no-obligation', text: 'Được miễn theo quy định.' })
    const after = await stateOf(app, dossierId)
    expect(after).toMatchObject({ state: 'IN_APPRAISAL', financial: 'none' })
    expect(after.clock?.dueAt).toEqual(clock?.dueAt)
    expect(
      await refusal(perform(specialist.actor, noObligation, { dossierId, reasonCode: 'no-obligation', text: 'Lần nữa.' })),
    ).toMatchObject({
      code: 'workflow.refused',
      guard: 'state',
    })
    await expectVerified(app)
  })
})

describe('proof by the API', () => {
  const send = (token: string, code: string, body: object, key: string) =>
    app.server.inject({
      method: 'POST',
      url: `/api/v1/dossiers/${code}/payments`,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
      payload: body,
    })

  test('lets the dossier go on at once; the same reference has one effect, whatever its key', async () => {
    const { dossierId, code } = await place.aDossierOf(specialist)
    await perform(specialist.actor, requestPayment, { dossierId, ...obligation })
    const token = await app.aToken({ rights: ['intake.confirm-payment'] })
    const body = { reference: 'DVCQG-000001', amount: 1_500_000 }
    const short = await send(token, code, { ...body, amount: 1 }, 'khoa-so-khong')
    expect(short.statusCode).toBe(409)
    const first = await send(token, code, body, 'khoa-so-mot')
    expect(first.statusCode, first.body).toBe(200)
    expect(first.json()).toMatchObject({ isRepeated: false, dueAt: expect.stringMatching(/^2026-/) })
    expect((await send(token, code, body, 'khoa-so-mot')).json()).toEqual(first.json())
    expect((await send(token, code, body, 'khoa-so-hai')).json()).toMatchObject({ isRepeated: true, dueAt: first.json().dueAt })
    expect((await stateOf(app, dossierId)).state).toBe('IN_APPRAISAL')
    const other = await place.aDossierOf(specialist)
    await perform(specialist.actor, requestPayment, { dossierId: other.dossierId, ...obligation })
    expect((await send(token, other.code, body, 'khoa-so-ba')).statusCode).toBe(409)
    await expectVerified(app)
  })

  test('nobody without the right', async () => {
    const { code } = await place.aDossierOf(specialist)
    const token = await app.aToken({ rights: ['dossier.read'] })
    expect((await send(token, code, { reference: 'X-1234', amount: 1 }, 'khoa-so-bon')).statusCode).toBe(403)
  })
})

test('through the pages: offered where it is allowed, refused at its field with what was typed, done once', async () => {
  const { code, dossierId } = await place.aDossierOf(specialist)
  const browser = browsing(app.server)
  await browser.signIn(specialist.username, PASSWORD)
  const page = await browser.open(`/ho-so/${code}`)
  expect(page.html).toContain('/viec/yeu-cau-nop-tien')
  expect(page.html).not.toContain('/viec/xac-nhan-da-nop')
  const form = await browser.open(`/ho-so/${code}/viec/yeu-cau-nop-tien`)
  expect(form.status).toBe(200)
  const refused = await browser.sendFiles(`/ho-so/${code}/viec/yeu-cau-nop-tien`, {
    amount: 'abc',
    reasonCode: 'fee-due',
    noticeNumber: '99/TB-XYZ',
  })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('99/TB-XYZ')
  expect(refused.html).toContain('Hãy ghi số tiền bằng đồng')
  const key = /name="khoa" value="([^"]+)"/.exec(form.html)?.[1] ?? ''
  const fields = { amount: '200.000', reasonCode: 'fee-due', noticeNumber: '99/TB-XYZ', khoa: key }
  const done = await browser.sendFiles(`/ho-so/${code}/viec/yeu-cau-nop-tien`, fields)
  expect(done.status, done.html).toBe(200)
  expect(done.html).toContain('Đã ghi nhận')
  expect((await browser.sendFiles(`/ho-so/${code}/viec/yeu-cau-nop-tien`, fields)).status).toBe(200)
  expect(await database.selectFrom('obligation').select('id').where('dossierId', '=', dossierId).execute()).toHaveLength(1)
  expect((await browser.open(`/ho-so/${code}/viec/chuyen-co-quan-thue`)).html).toContain(
    'Chỉ xác định nghĩa vụ tài chính khi hồ sơ đang được giải quyết',
  )
  // What was asked for cannot be confirmed by who asked.
  expect((await browser.open(`/ho-so/${code}/viec/xac-nhan-da-nop`)).status).toBe(403)
  await perform(systemActor('test'), confirmPayment, { dossierId, ...paid, amount: 200_000 })
})
