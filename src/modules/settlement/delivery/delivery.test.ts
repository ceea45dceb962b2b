/** T20 by post, T21, T22 and T23 through the real actions. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { aFile, expectVerified, later, messagesOf, papersLaid, refusal, stateOf, stepsTo } from '../../../../tests/support/settling.ts'
import { takeStep } from '../../../../tests/support/take-step.ts'
import { aWorkplace, openNumber, PASSWORD } from '../../../../tests/support/work.ts'
import { systemActor } from '../../../platform/actor.ts'
import { returnResult } from '../../intake/index.ts'
import {
  beginCorrection,
  endCorrection,
  issueCorrection,
  postCameBack,
  postDelivered,
  postResult,
  recordLoss,
  replaceBeforeReturn,
} from '../index.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const returner = await place.anOfficer('return-officer', place.desk.unitId)
const signer = await signingOfficer()
let parcels = 0
const parcel = () => ({
  trackingNumber: `eb${100_000 + ++parcels}vn`,
  receiverName: 'Trần Văn Thử',
  address: 'Thôn 1, xã Thử',
  originalsEnclosed: true,
})

async function signingOfficer() {
  const { dossierId } = await place.aDossier()
  await stepsTo(app, dossierId, 'signature')
  const { doerId } = await takeStep(app, dossierId)
  return { kind: 'officer', id: doerId } as const
}

async function withResult(): Promise<{ dossierId: number; code: string }> {
  const { dossierId, code } = await place.aDossier()
  await stepsTo(app, dossierId, 'return')
  return { dossierId, code }
}

describe('T21: a result before its date', () => {
  test('is told of as such, in the transaction of its issue', async () => {
    const { dossierId } = await withResult()
    const rows = await database.selectFrom('outgoingMessage').select(['kind', 'data']).where('dossierId', '=', dossierId).execute()
    expect(rows).toMatchObject([{ kind: 'result-available', data: { isEarly: true } }])
    const told = await database
      .selectFrom('dossierAction')
      .select('facts')
      .where('dossierId', '=', dossierId)
      .where('kind', '=', 'transition')
      .execute()
    expect(told).toMatchObject([{ facts: { id: 'announce-early-result' } }])
  })

  test('after its date it is issued all the same, and told of without that word', async () => {
    const { dossierId } = await place.aDossier()
    await stepsTo(app, dossierId, 'issue')
    const before = app.clock.now()
    later(app, 40 * 24 * 60)
    await takeStep(app, dossierId)
    expect(await stateOf(app, dossierId)).toMatchObject({ state: 'RESULT_AVAILABLE', timeliness: 'late' })
    const rows = await database.selectFrom('outgoingMessage').select(['kind', 'data']).where('dossierId', '=', dossierId).execute()
    expect(rows).toMatchObject([{ kind: 'result-available', data: { isEarly: false } }])
    app.clock.set(before)
  })
})

describe('T20: the post', () => {
  test('is on its way, comes back, goes again and is delivered; it cannot be given out at the counter meanwhile', async () => {
    const { dossierId } = await withResult()
    const taskNumber = await openNumber(app, dossierId)
    const first = parcel()
    await perform(returner.actor, postResult, { dossierId, ...first })
    expect(await stateOf(app, dossierId)).toMatchObject({ state: 'POSTING', interrupted: ['RESULT_AVAILABLE'], delivery: 'in-post' })
    const counter = { dossierId, taskNumber, method: 'counter', proof: 'receipt', receiverName: 'Trần Văn Thử', returnedPapers: [] }
    expect(await refusal(perform(returner.actor, returnResult, counter))).toMatchObject({ code: 'intake.nothing-to-return' })
    await perform(returner.actor, postCameBack, { dossierId, reasonCode: 'post-not-found' })
    expect(await stateOf(app, dossierId)).toMatchObject({ state: 'RESULT_AVAILABLE', delivery: 'undelivered', interrupted: [] })
    expect(await refusal(perform(returner.actor, postResult, { dossierId, ...first }))).toMatchObject({ code: 'settlement.parcel-known' })
    await perform(returner.actor, postResult, { dossierId, ...parcel() })
    await perform(returner.actor, postDelivered, { dossierId, receiverName: 'Trần Thị Nhận' })
    const after = await stateOf(app, dossierId)
    expect(after).toMatchObject({ state: 'RESULT_RETURNED', delivery: 'delivered', open: [] })
    expect(after.returnedAt).toBeDefined()
    expect(await messagesOf(app, dossierId)).toEqual(['result-available', 'posted', 'result-available', 'posted', 'returned'])
    expect(await refusal(perform(returner.actor, postDelivered, { dossierId, receiverName: 'Trần Thị Nhận' }))).toMatchObject({
      guard: 'state',
    })
    await expectVerified(app)
  })

  test('originals go along or are said to be none; who has no right is refused', async () => {
    const { dossierId } = await withResult()
    expect(await refusal(perform(returner.actor, postResult, { dossierId, ...parcel(), originalsEnclosed: '' }))).toMatchObject({
      guard: 'originals-back',
    })
    const [component] = await database.selectFrom('dossierComponent').select('id').where('dossierId', '=', dossierId).execute()
    const stranger = await place.anOfficer('specialist')
    expect(await refusal(perform(stranger.actor, postResult, { dossierId, ...parcel() }))).toMatchObject({ code: 'access.denied' })
    await perform(returner.actor, postResult, { dossierId, ...parcel(), originalsEnclosed: '', returnedPapers: [String(component?.id)] })
    const kept = await database
      .selectFrom('dossierComponent')
      .select('originalsReturnedAt')
      .where('id', '=', component?.id ?? 0)
      .executeTakeFirstOrThrow()
    expect(kept.originalsReturnedAt).toEqual(app.clock.now())
  })

  test('two people at once: one parcel', async () => {
    const { dossierId } = await withResult()
    const done = await Promise.allSettled([1, 2].map(() => perform(returner.actor, postResult, { dossierId, ...parcel() })))
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectVerified(app)
  })

  test('the post itself reports by the API', async () => {
    const { dossierId, code } = await withResult()
    await perform(returner.actor, postResult, { dossierId, ...parcel() })
    const token = await app.aToken({ rights: ['intake.return-result'] })
    const answer = await app.server.inject({
      method: 'POST',
      url: `/api/v1/dossiers/${code}/parcel/delivery`,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': `phat-${code}` },
      payload: { receiverName: 'Trần Thị Nhận' },
    })
    expect(answer.statusCode, answer.body).toBe(200)
    expect((await stateOf(app, dossierId)).state).toBe('RESULT_RETURNED')
  })
})

describe('T22: a wrong result', () => {
  const error = { reasonCode: 'clerical-error', error: 'Ghi sai năm sinh của người nộp.' }

  test('before the return: replaced by a leader who may sign, under a new number; the old one is kept', async () => {
    const { dossierId } = await withResult()
    const before = await database.selectFrom('dossierResult').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
    const clerk = await place.anOfficer('clerk')
    const corrected = { dossierId, ...error, name: 'Giấy phép thử nghiệm' }
    expect(
      await refusal(perform(clerk.actor, replaceBeforeReturn, { ...corrected, documentId: await aFile(app, clerk.id) })),
    ).toMatchObject({
      guard: 'leader-decided',
    })
    const { number } = await perform(signer, replaceBeforeReturn, { ...corrected, documentId: await aFile(app, signer.id) })
    expect(number).toBeGreaterThan(before.number ?? 0)
    const row = await database.selectFrom('correction').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ isBeforeReturn: true, oldNumber: before.number, oldSymbol: before.symbol, endedAt: app.clock.now() })
    expect((await stateOf(app, dossierId)).state).toBe('RESULT_AVAILABLE')
    await expectVerified(app)
  })

  test('after the return: apology, a task with its own clock for the leader, a new number, and returned again', async () => {
    const { dossierId } = await withResult()
    await takeStep(app, dossierId)
    const done = await stateOf(app, dossierId)
    const { taskNumber } = await perform(signer, beginCorrection, {
      dossierId,
      ...error,
      remedy: 'Cấp lại, không thu phí.',
      workingDays: 2,
    })
    expect(await stateOf(app, dossierId)).toMatchObject({
      state: 'CORRECTING',
      delivery: 'at-counter',
      open: [{ number: taskNumber, kind: 'signature' }],
    })
    expect(await papersLaid(app, dossierId)).toContain('APOLOGY_LETTER')
    expect(
      await refusal(perform(returner.actor, endCorrection, { dossierId, receiverName: 'Trần Văn Thử', proof: 'receipt' })),
    ).toMatchObject({
      guard: 'approved',
    })
    const file = { name: 'Giấy phép thử nghiệm (đính chính)', documentId: await aFile(app, returner.id) }
    expect(await refusal(perform(returner.actor, issueCorrection, { dossierId, ...file }))).toMatchObject({ code: 'access.denied' })
    later(app, 30)
    await perform(signer, issueCorrection, { dossierId, ...file, documentId: await aFile(app, signer.id) })
    later(app, 30)
    await perform(returner.actor, endCorrection, { dossierId, receiverName: 'Trần Văn Thử', proof: 'receipt' })
    const after = await stateOf(app, dossierId)
    expect(after).toMatchObject({ state: 'RESULT_RETURNED', delivery: 'delivered', open: [] })
    // The legal clock ended with the first result.
    expect(after.finishedAt).toEqual(done.finishedAt)
    expect(after.clock?.dueAt).toEqual(done.clock?.dueAt)
    await expectVerified(app)
    await perform(signer, beginCorrection, { dossierId, ...error, remedy: 'Cấp lại lần nữa, không thu phí.' })
    expect((await stateOf(app, dossierId)).state).toBe('CORRECTING')
  })
})

describe('T23: lost papers', () => {
  test('go on record with an apology; state and date stay', async () => {
    const { dossierId } = await place.aDossier()
    const before = await stateOf(app, dossierId)
    const [component] = await database.selectFrom('dossierComponent').select('id').where('dossierId', '=', dossierId).execute()
    const loss = {
      dossierId,
      reasonCode: 'lost-in-house',
      foundOn: '2026-11-17',
      cause: 'Ẩm mốc trong kho.',
      remedy: 'Xin cấp lại bản sao, cơ quan chịu phí.',
    }
    expect((await refusal(perform(systemActor('test'), recordLoss, loss))).fields).toHaveProperty('papers')
    expect(
      (await refusal(perform(systemActor('test'), recordLoss, { ...loss, papers: [component?.id], foundOn: '2030-01-01' }))).fields,
    ).toHaveProperty('foundOn')
    await perform(signer, recordLoss, { ...loss, papers: [component?.id] })
    expect(await papersLaid(app, dossierId)).toEqual(['LOSS_RECORD', 'APOLOGY_LETTER'])
    expect(await messagesOf(app, dossierId)).toEqual(['lost'])
    const after = await stateOf(app, dossierId)
    expect(after.state).toBe(before.state)
    expect(after.clock).toEqual(before.clock)
    await expectVerified(app)
  })
})

test('the pages of the acts open for who may, and say why not', async () => {
  const { code, dossierId } = await withResult()
  const browser = browsing(app.server)
  await browser.signIn(returner.username, PASSWORD)
  expect((await browser.open(`/ho-so/${code}`)).html).toContain('/viec/giao-buu-chinh')
  expect((await browser.open(`/ho-so/${code}/viec/giao-buu-chinh`)).status).toBe(200)
  expect((await browser.open(`/ho-so/${code}/viec/buu-chinh-da-phat`)).html).toContain('Kết quả không đang chuyển qua bưu chính')
  const refused = await browser.send(`/ho-so/${code}/viec/giao-buu-chinh`, {
    trackingNumber: '!',
    receiverName: 'Lê Thị Giữ',
    address: 'Xã Thử',
  })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Lê Thị Giữ')
  const sent = await browser.send(`/ho-so/${code}/viec/giao-buu-chinh`, {
    trackingNumber: 'EB999999999VN',
    receiverName: 'Lê Thị Giữ',
    address: 'Xã Thử',
    originalsEnclosed: 'on',
  })
  expect(sent.status, sent.html).toBe(200)
  expect(sent.html).toContain('/viec/buu-chinh-da-phat')
  expect((await browser.send(`/ho-so/${code}/viec/buu-chinh-da-phat`, { receiverName: 'Lê Thị Giữ', proof: 'identity' })).status).toBe(200)
  expect((await stateOf(app, dossierId)).state).toBe('RESULT_RETURNED')
})
