/** The late list, the list of apologies that are owed, the clock bar: on a real dossier that three people held too long, numbers that add up everywhere. */
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browserOf } from '../../../../tests/support/browser.ts'
import { aWorkplace, openNumber, type TaskAt } from '../../../../tests/support/work.ts'
import { unitCalendars } from '../../../modules/calendar/index.ts'
import { dossierState, readActions } from '../../../modules/dossier/index.ts'
import { readLateList, requestWithdrawal } from '../../../modules/settlement/index.ts'
import { chargedLife, claimTask, completeTask, unitsHolding } from '../../../modules/workflow/index.ts'
import { instantAt } from '../../../platform/text/dates.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const head = await place.anOfficer('division-head')
const leader = await place.anOfficer('agency-leader')
const at = (date: string, time: string) => app.clock.set(instantAt(date, time))
const reading = () => ({ actor: leader.actor, now: app.clock.now() })
const filter = { unitId: place.desk.settlingUnitId, which: 'open' as const, from: '2026-11-01', to: '2026-12-31' }
let late: TaskAt

async function lifeOf(dossierId: number) {
  const actions = await readActions(database, dossierId)
  const dossier = { actions, state: dossierState(actions), settlingUnitId: place.desk.settlingUnitId }
  const life = chargedLife(dossier, await unitCalendars(database, unitsHolding(dossier)), app.clock.now())
  if (!life) throw new Error('It was received')
  return life
}

beforeAll(async () => {
  at('2026-11-16', '08:30')
  late = await place.aDossier()
  // Nobody claims the assignment for a day; the head keeps it for half a day; the specialist for more than a week.
  at('2026-11-17', '08:30')
  await perform(head.actor, claimTask, late)
  at('2026-11-17', '14:00')
  await perform(head.actor, completeTask, { ...late, assigneeId: specialist.id })
  at('2026-11-30', '10:00')
})

describe('charged time', () => {
  test('every minute of the life has one payer, and the parts add up to the elapsed time', async () => {
    const life = await lifeOf(late.dossierId)
    const state = dossierState(await readActions(database, late.dossierId))
    const elapsed = Math.floor((app.clock.now().getTime() - (state.receivedAt?.getTime() ?? 0)) / 60_000)
    expect(life.charge.elapsedMinutes).toBe(elapsed)
    expect(life.charge.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(elapsed)
    expect(new Set(life.charge.parts.map(({ payer }) => payer.kind))).toEqual(new Set(['step', 'officer', 'nobody']))
    expect(life.bar.parts.map(({ payer, tone }) => [payer?.kind, payer?.id, tone])).toEqual([
      ['step', 2, 'done'],
      ['officer', head.id, 'done'],
      ['officer', specialist.id, 'done'],
      ['officer', specialist.id, 'late'],
    ])
  })

  test('the lateness is owed by those who used more than their step had, to the minute', async () => {
    const { owed } = await lifeOf(late.dossierId)
    expect(owed.lateMinutes).toBeGreaterThan(0)
    expect(owed.shares.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(owed.lateMinutes)
    const owes = new Set(owed.shares.map(({ payer }) => `${payer.kind} ${payer.id}`))
    expect(owes).toContain(`officer ${specialist.id}`)
    expect(owes).toContain('step 2')
  })

  test('a standstill is the applicant’s time', async () => {
    at('2026-11-16', '08:30')
    const task = await place.aDossierOf(specialist)
    at('2026-11-17', '08:30')
    await perform({ kind: 'officer', id: place.desk.receptionists[0] }, requestWithdrawal, {
      ...task,
      reasonCode: 'no-need',
      channel: 'counter',
      isIdentified: true,
    })
    at('2026-11-18', '08:30')
    const { charge, bar } = await lifeOf(task.dossierId)
    const applicant = charge.parts.filter(({ payer }) => payer.kind === 'applicant').reduce((sum, { minutes }) => sum + minutes, 0)
    expect(applicant).toBe(bar.parts.find(({ tone }) => tone === 'paused')?.minutes)
    expect(applicant).toBeGreaterThan(0)
    at('2026-11-30', '10:00')
  })
})

describe('the late list', () => {
  test('rows, sums and the whole agree', async () => {
    const list = await readLateList(database, reading(), filter, { size: 500, number: 1 }, 'vi')
    const row = list.rows.find(({ code }) => code === late.code)
    expect(row?.lateMinutes).toBe((await lifeOf(late.dossierId)).owed.lateMinutes)
    for (const { shares, lateMinutes } of list.rows) expect(shares.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(lateMinutes)
    expect(list.sums.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(list.lateMinutes)
    expect(list.rows.reduce((sum, { lateMinutes }) => sum + lateMinutes, 0)).toBe(list.lateMinutes)
  })

  test('is a page, a paper with a number and a spreadsheet of the same figures', async () => {
    const browser = await browserOf(app, leader.id)
    const page = await browser.get(`/qua-han?don-vi=${filter.unitId}&loai=open`)
    expect(page.status).toBe(200)
    expect(page.text).toContain(late.code)
    expect(page.text).toContain(specialist.fullName)
    const pdf = await browser.post(`/qua-han/in?don-vi=${filter.unitId}&loai=open`, {})
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const issued = await database.selectFrom('paper').select('symbol').where('form', '=', 'LATE_LIST').executeTakeFirstOrThrow()
    expect(issued.symbol).toMatch(/^DSQH-/)
    const xlsx = await browser.get(`/qua-han/danh-sach.xlsx?don-vi=${filter.unitId}&loai=open`)
    const [, ...lines] = (await readXlsxFile(xlsx.body))[0]?.data ?? []
    const minutes = lines.map((line) => Number(line.at(-1)))
    expect(minutes.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(minutes.at(-1))
  })

  test('is not for those without figures, nor for units out of reach', async () => {
    expect((await (await browserOf(app, specialist.id)).get('/qua-han')).status).toBe(403)
    const root = await database.selectFrom('unit').select('id').where('parentId', 'is', null).executeTakeFirstOrThrow()
    expect((await (await browserOf(app, leader.id)).get(`/qua-han?don-vi=${root.id}`)).status).toBe(403)
  })
})

describe('the dossier’s page', () => {
  test('shows whose time it was, the table beside it, and who owes the lateness', async () => {
    const page = await (await browserOf(app, leader.id)).get(`/ho-so/${late.code}`)
    expect(page.text).toContain('Thời gian làm việc đã dùng, theo người và đơn vị giữ hồ sơ')
    expect(page.text).toContain(specialist.fullName)
    expect(page.text).toContain('Từng phút của hồ sơ được tính cho ai')
    expect(page.text).toMatch(/Quá hạn .* làm việc, trong đó/)
  })
})

describe('apologies that are owed', () => {
  test('a late dossier stands on the list until it has one; what is refused says why, and stops no other', async () => {
    const browser = await browserOf(app, leader.id)
    const other = await place.aDossierOf(specialist)
    const page = await browser.get(`/xin-loi?don-vi=${place.desk.settlingUnitId}`)
    expect(page.text).toContain(late.code)
    expect(page.text).not.toContain(other.code)
    const typed = { reasonCode: 'staff-short', text: 'Số hồ sơ tăng đột biến.', newDueOn: '2026-12-04' }
    const wrong = await browser.press(page, 'Lập phiếu xin lỗi cho hồ sơ đã chọn', { ...typed, text: '', 'ho-so': String(late.dossierId) })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Hãy ghi rõ nội dung')
    const done = await browser.press(wrong, 'Lập phiếu xin lỗi cho hồ sơ đã chọn', {
      ...typed,
      'ho-so': [String(late.dossierId), String(other.dossierId)],
    })
    expect(done.text).toContain('Đã lập 1/2 phiếu xin lỗi')
    expect(done.text).toContain('Hồ sơ chưa quá hạn.')
    expect((await browser.get('/xin-loi')).text).not.toContain(late.code)
    expect(await openNumber(app, other.dossierId)).toBeGreaterThan(0)
  })
})
