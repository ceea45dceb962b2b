/** The calendar's pages through the real server on a real database: seen, previewed, saved, refused; no script is needed for any of it. */
import { describe, expect, test } from 'vitest'
import { rightsHeld } from '#modules/identity/index.ts'
import type { Viewer } from '#platform/http/route.ts'
import { createServer } from '#platform/http/server.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { renderError } from '../../error-page.tsx'
import { routes as dueDate } from '../tinh-han/page.tsx'
import { routes as calendar } from './page.tsx'

const app = await testApp()
const { database } = app.services
const root = await database.selectFrom('unit').select('id').where('parentId', 'is', null).executeTakeFirstOrThrow()
const department = await database
  .selectFrom('unit')
  .select(['id', 'name'])
  .where('kind', '=', 'department')
  .orderBy('id')
  .executeTakeFirstOrThrow()
const administrator = await app.anOfficerWithRole('system-admin', root.id)
const receptionist = await database
  .selectFrom('roleAssignment')
  .innerJoin('role', 'role.id', 'roleAssignment.roleId')
  .select('officerId')
  .where('role.code', '=', 'receptionist')
  .executeTakeFirstOrThrow()

/** A browser that is signed in as the officer. */
async function browserOf(officerId: number | undefined) {
  const rights = officerId === undefined ? new Set<string>() : await rightsHeld(database, officerId, app.clock.now())
  const viewer: Viewer = {
    actor: officerId === undefined ? { kind: 'public' } : { kind: 'officer', id: officerId },
    name: 'Cán bộ thử nghiệm',
    holds: (right) => rights.has(right),
  }
  const server = await createServer({
    services: app.services,
    routes: [...calendar, ...dueDate],
    identify: async () => viewer,
    renderError,
  })
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
  const read = (html: string) =>
    html
      .replace(/<[^>]+>/g, ' ')
      .replace(/&nbsp;/g, ' ')
      .replace(/\s+/g, ' ')
  const answer = (reply: { statusCode: number; body: string; headers: Record<string, unknown> }) => ({
    status: reply.statusCode,
    html: reply.body,
    text: read(reply.body),
    location: reply.headers.location,
  })
  return {
    get: async (url: string, language?: 'en') =>
      answer(await server.inject({ url, headers: language ? { cookie: `language=${language}` } : {} })),
    post: async (url: string, form: Record<string, string>) =>
      answer(await server.inject({ method: 'POST', url, headers, payload: new URLSearchParams(form).toString() })),
  }
}
const admin = await browserOf(administrator)

/** What the preview page would send when its button is pressed. */
function hiddenFields(html: string): Record<string, string> {
  const form = html.slice(html.lastIndexOf('<form', html.indexOf('value="save"')))
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

describe('the due date calculator', () => {
  test('counts the first vector of domain.md and says why each day is what it is', async () => {
    const { status, text } = await admin.get('/tinh-han?ngay=2026-11-20&gio=10:00&so-luong=3&don-vi-tinh=working-day&cach=carry')
    expect(status).toBe(200)
    expect(text).toContain('Hẹn trả: thứ Năm, 26/11/2026, 10:00')
    expect(text).toContain('Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)')
    expect(text).toContain('Ngày tiếp nhận')
  })
  test('shows a long count by month and marks what is not confirmed', async () => {
    const { text } = await admin.get('/tinh-han?ngay=2026-11-20&gio=10:00&so-luong=100&don-vi-tinh=working-day&cach=end')
    expect(text).toContain('Tháng 2/2027')
    expect(text).toMatch(/Có \d+ ngày chờ xác nhận/)
  })
  test('keeps what was typed and says what is wrong at the field', async () => {
    const { status, html, text } = await admin.get('/tinh-han?ngay=2026-11-20&gio=10:00&so-luong=ba&don-vi-tinh=working-day&cach=carry')
    expect(status).toBe(200)
    expect(html).toContain('value="ba"')
    expect(text).toContain('Hãy ghi số lớn hơn 0')
    expect((await admin.get('/tinh-han?ngay=2026-11-20&gio=9:30&so-luong=1&don-vi-tinh=hour&cach=carry&gio-chot=25:00')).text).toContain(
      'Hãy ghi giờ theo mẫu',
    )
    expect((await admin.get('/tinh-han?ngay=2026-11-20&gio=9:30&so-luong=1&don-vi-tinh=hour&cach=carry&gio-chot=')).text).toContain(
      'Hẹn trả: thứ Sáu, 20/11/2026, 10:30',
    )
    expect((await admin.get('/tinh-han?ngay=2026-11-20&gio=10:00&so-luong=1,3&don-vi-tinh=month&cach=end')).text).toContain(
      'Thời hạn phải lớn hơn 0',
    )
  })
  test('speaks English', async () => {
    const { text } = await admin.get('/tinh-han?ngay=2026-11-21&gio=10:00&so-luong=2.5&don-vi-tinh=hour&cach=carry', 'en')
    expect(text).toContain('Due: Monday, 23/11/2026, 10:30')
    expect(text).toContain('Received on a day off')
  })
  test('is open to every officer and to nobody else', async () => {
    expect((await (await browserOf(receptionist.officerId)).get('/tinh-han')).status).toBe(200)
    expect((await (await browserOf(undefined)).get('/tinh-han')).status).not.toBe(200)
  })
})

describe('the year', () => {
  test('shows twelve months and each day off by word, with its document', async () => {
    const { status, html, text } = await admin.get('/lich-lam-viec?nam=2026')
    expect(status).toBe(200)
    expect(html.match(/<table class="month">/g)).toHaveLength(12)
    expect(text).toContain('24/11/2026: Nghỉ, Ngày Văn hóa Việt Nam')
    expect(text).toContain('22/08/2026: Làm bù')
    expect(text).toContain('10/01/2026: Làm bù, Làm bù cho 02/01, chờ xác nhận')
    expect(text).toContain('Thông báo 9441/TB-BNV')
    expect(text).not.toContain('23/11/2026: Nghỉ')
  })
  test('an officer without the right reads it and finds nothing to edit', async () => {
    const officer = await browserOf(receptionist.officerId)
    const { status, html } = await officer.get('/lich-lam-viec?nam=2026')
    expect(status).toBe(200)
    expect(html).not.toContain('/lich-lam-viec/ngay')
    expect((await officer.get('/lich-lam-viec/ngay?ngay=2026-11-24')).status).toBe(403)
    expect((await officer.post('/lich-lam-viec/lap-nam', { nam: '2027' })).status).toBe(403)
  })
  test('a unit that does not exist is not found', async () => {
    expect((await admin.get('/lich-lam-viec?don-vi=999999')).status).toBe(404)
    expect((await admin.get('/lich-lam-viec?don-vi=x')).status).toBe(404)
  })
  test('a proposed year is written down', async () => {
    expect((await admin.get('/lich-lam-viec?nam=2027')).text).toContain('Lập lịch năm 2027')
    expect(await admin.post('/lich-lam-viec/lap-nam', { nam: '2027' })).toMatchObject({ status: 303, location: '/lich-lam-viec?nam=2027' })
    expect((await admin.get('/lich-lam-viec?nam=2027')).text).not.toContain('Lập lịch năm 2027')
  })
})

describe('editing a day', () => {
  const swap = {
    date: '2026-11-23',
    kind: 'off',
    hours: '',
    name: 'Nghỉ hoán đổi',
    nameEn: '',
    source: 'Công văn 1/VPCP',
    isConfirmed: 'on',
    'don-vi': '',
  }

  test('shows what it is now', async () => {
    const { text } = await admin.get('/lich-lam-viec/ngay?ngay=2026-11-24')
    expect(text).toContain('Ngày 24/11/2026 (thứ Ba)')
    expect(text).toContain('Nghỉ, Ngày Văn hóa Việt Nam, đặt riêng trong lịch này')
  })
  test('previews first, changes nothing until it is saved, and saves what was previewed', async () => {
    const preview = await admin.post('/lich-lam-viec/ngay', { ...swap, _action: 'preview' })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Sau khi lưu Nghỉ, Nghỉ hoán đổi')
    expect(preview.text).toMatch(/Không hồ sơ nào đổi ngày hẹn|hồ sơ đang giải quyết sẽ có ngày hẹn khác/)
    expect((await admin.get('/lich-lam-viec?nam=2026')).text).not.toContain('23/11/2026: Nghỉ')
    const saved = await admin.post('/lich-lam-viec/ngay', { ...hiddenFields(preview.html), _action: 'save' })
    expect(saved).toMatchObject({ status: 303, location: '/lich-lam-viec?nam=2026' })
    const year = (await admin.get('/lich-lam-viec?nam=2026')).text
    expect(year).toContain('23/11/2026: Nghỉ, Nghỉ hoán đổi')
    expect(year).toContain('24/11/2026: Nghỉ, Ngày Văn hóa Việt Nam')
    expect((await admin.get('/tinh-han?ngay=2026-11-20&gio=10:00&so-luong=3&don-vi-tinh=working-day&cach=carry')).text).toContain(
      'thứ Sáu, 27/11/2026, 10:00',
    )
  })
  test('takes it away again', async () => {
    const preview = await admin.post('/lich-lam-viec/ngay', { date: '2026-11-23', kind: 'usual', _action: 'preview' })
    await admin.post('/lich-lam-viec/ngay', { ...hiddenFields(preview.html), _action: 'save' })
    expect((await admin.get('/lich-lam-viec?nam=2026')).text).not.toContain('23/11/2026: Nghỉ')
  })
  test('confirms a proposal by its document', async () => {
    expect((await admin.get('/lich-lam-viec/ngay?ngay=2026-01-10')).text).toContain('đang chờ xác nhận')
    expect((await admin.post('/lich-lam-viec/ngay', { date: '2026-01-10', confirmSource: '', _action: 'confirm' })).status).toBe(422)
    await admin.post('/lich-lam-viec/ngay', { date: '2026-01-10', confirmSource: 'Công văn 12729/VPCP-KGVX', _action: 'confirm' })
    expect((await admin.get('/lich-lam-viec?nam=2026')).text).not.toContain('10/01/2026: Làm bù, Làm bù cho 02/01, chờ xác nhận')
  })
  test('says what is wrong at the field and keeps what was typed', async () => {
    const { status, html, text } = await admin.post('/lich-lam-viec/ngay', {
      ...swap,
      name: 'Tên đã ghi',
      source: '',
      kind: 'half-day',
      hours: '9-5',
      _action: 'preview',
    })
    expect(status).toBe(422)
    expect(text).toContain('Hãy ghi văn bản làm căn cứ')
    expect(text).toContain('Giờ làm việc ghi theo mẫu')
    expect(html).toContain('value="Tên đã ghi"')
    expect((await admin.get('/lich-lam-viec/ngay?ngay=2026-02-30')).status).toBe(404)
  })
  test('names the open dossiers whose date would move', async () => {
    const offer = await app.anOffer()
    const receivedAt = app.clock.now()
    const codes = await receiveOne(offer, receivedAt)
    const dueDay = (await database.selectFrom('dossier').select('dueAt').where('code', '=', codes).executeTakeFirstOrThrow()).dueAt
    const date = new Date((dueDay?.getTime() ?? 0) + 7 * 3_600_000).toISOString().slice(0, 10)
    const { text } = await admin.post('/lich-lam-viec/ngay', { ...swap, date, _action: 'preview' })
    expect(text).toContain('1 hồ sơ đang giải quyết sẽ có ngày hẹn khác')
    expect(text).toContain(codes)
    const far = await admin.post('/lich-lam-viec/ngay', { ...swap, date: '2030-06-03', _action: 'preview' })
    expect(far.text).toContain('Không hồ sơ nào đổi ngày hẹn')
  })
})

describe('office hours', () => {
  const week = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, '07:30-11:30, 13:30-17:00']))

  test('of a unit: previewed, saved, and used by it alone', async () => {
    const unit = String(department.id)
    const form = { ...week, saturday: '07:30-11:30', sunday: '', validFrom: '2026-12-01', source: 'QĐ 1/QĐ-UBND', 'don-vi': unit }
    const preview = await admin.post('/lich-lam-viec/gio', { ...form, _action: 'preview' })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('T7: 07:30–11:30; CN: nghỉ')
    const saved = await admin.post('/lich-lam-viec/gio', { ...hiddenFields(preview.html), _action: 'save' })
    expect(saved).toMatchObject({ status: 303, location: `/lich-lam-viec?don-vi=${unit}` })
    const count = (owner: string) =>
      admin.get(`/tinh-han?ngay=2026-12-04&gio=10:00&so-luong=1&don-vi-tinh=working-day&cach=carry&don-vi=${owner}`)
    expect((await count(unit)).text).toContain('Hẹn trả: thứ Bảy, 05/12/2026, 10:00')
    expect((await count('')).text).toContain('Hẹn trả: thứ Hai, 07/12/2026, 10:00')
    expect((await admin.get(`/lich-lam-viec/gio?don-vi=${unit}`)).text).toContain('T2, T3, T4, T5, T6: 07:30–11:30, 13:30–17:00')
  })
  test('a week without hours is refused', async () => {
    const { status, text } = await admin.post('/lich-lam-viec/gio', { validFrom: '2026-12-01', source: 'QĐ 1', _action: 'preview' })
    expect(status).toBe(422)
    expect(text).toContain('ít nhất một buổi làm việc')
  })
})

async function receiveOne(offer: Awaited<ReturnType<typeof app.anOffer>>, _at: Date): Promise<string> {
  const { receiveDossier } = await import('#modules/intake/index.ts')
  const officerId = await app.anOfficerWithRole('receptionist', offer.receivingUnitId)
  const received = await app.services.perform({ kind: 'officer', id: officerId }, receiveDossier, {
    procedureCaseId: offer.caseId,
    channel: 'counter',
    receivingUnitId: offer.receivingUnitId,
    owner: { name: 'Nguyễn Văn Minh Họa', identifierKind: 'personal-id', identifier: '044090123456' },
    components: offer.components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
    returnMethod: 'counter',
  })
  return received.code
}
