/** Minutes of the post and of a broken exchange: recorded by a leader, charged to neither officer nor unit, and the parts still add up. */
import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { browserOf } from '../../../tests/support/browser.ts'
import { expectVerified, later, refusal, stateOf } from '../../../tests/support/settling.ts'
import { aWorkplace } from '../../../tests/support/work.ts'
import { unitCalendars } from '../calendar/index.ts'
import { readActions } from '../dossier/index.ts'
import { chargedLife, chargeTime, undoAct, unitsHolding } from './index.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const head = await place.anOfficer('division-head')

async function minutesOf(dossierId: number) {
  const actions = await readActions(database, dossierId)
  const dossier = { actions, state: await stateOf(app, dossierId), settlingUnitId: place.desk.settlingUnitId }
  const life = chargedLife(dossier, await unitCalendars(database, unitsHolding(dossier)), app.clock.now())
  if (!life) throw new Error('Not received')
  const { parts, elapsedMinutes } = life.charge
  expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(elapsedMinutes)
  const sum = (kind: string) => parts.filter(({ payer }) => payer.kind === kind).reduce((total, { minutes }) => total + minutes, 0)
  return { post: sum('post'), fault: sum('exchange-fault'), officer: sum('officer'), elapsedMinutes }
}

const wish = {
  fromDay: '2026-11-18',
  fromTime: '13:00',
  toDay: '2026-11-18',
  toTime: '15:30',
  reason: 'Thông báo sự cố trục liên thông số 12.',
}

test('is charged to whom it was, no date moves, and undoing gives it back', async () => {
  const { dossierId, code } = await place.aDossierOf(specialist)
  const due = (await stateOf(app, dossierId)).clock?.dueAt
  later(app, 8 * 60)
  const before = await minutesOf(dossierId)
  await perform(head.actor, chargeTime, { ...wish, dossierId, payer: 'exchange-fault' })
  const after = await minutesOf(dossierId)
  expect(after).toEqual({ ...before, fault: 150, officer: before.officer - 150 })
  await perform(head.actor, chargeTime, { ...wish, dossierId, payer: 'post', fromTime: '15:30', toTime: '16:00' })
  expect(await minutesOf(dossierId)).toMatchObject({ post: 30, fault: 150, officer: before.officer - 180 })
  expect((await stateOf(app, dossierId)).clock?.dueAt).toEqual(due)
  const browser = await browserOf(app, head.id)
  const page = await browser.get(`/ho-so/${code}?phan=qua-trinh`)
  expect(page.text).toContain('Ghi nhận thời gian lỗi kết nối')
  expect(page.text).toContain('Từ 13:00, 18/11/2026 đến 15:30, 18/11/2026')
  const last = (await readActions(database, dossierId)).at(-1)
  await perform(head.actor, undoAct, { dossierId, from: last?.sequence, reason: 'Ghi nhầm hồ sơ.' })
  expect(await minutesOf(dossierId)).toMatchObject({ post: 0, fault: 150 })
  await expectVerified(app)
})

test('only by a leader, within the life of the dossier; the page tells at its field and keeps what was typed', async () => {
  const { dossierId, code } = await place.aDossierOf(specialist)
  expect(await refusal(perform(specialist.actor, chargeTime, { ...wish, dossierId, payer: 'post' }))).toMatchObject({
    code: 'access.denied',
  })
  const fields = async (more: object) =>
    (await refusal(perform(head.actor, chargeTime, { ...wish, payer: 'post', dossierId, ...more }))).fields
  expect(await fields({ payer: 'officer' })).toHaveProperty('payer')
  expect(await fields({ fromDay: '2026-11-01' })).toHaveProperty('fromDay')
  expect(await fields({ fromDay: '2026-11-19', toDay: '2026-12-01' })).toHaveProperty('toDay')
  expect(await fields({ fromTime: '25:00' })).toHaveProperty('fromTime')
  later(app, 60)
  const browser = await browserOf(app, head.id)
  expect((await browser.get(`/ho-so/${code}`)).html).toContain(`/ho-so/${code}/tinh-cho`)
  const wrong = await browser.press(await browser.get(`/ho-so/${code}/tinh-cho`), 'Ghi nhận', {
    payer: 'post',
    fromDay: '2026-12-24',
    reason: 'Số bưu gửi EV1',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Số bưu gửi EV1')
})
