/** The look-up through the real server: what it says, and above all what it does not. */
import { beforeAll, describe, expect, test } from 'vitest'
import { receiveDossier } from '#modules/intake/index.ts'
import type { Actor } from '#platform/actor.ts'
import { instantAt } from '#platform/text/dates.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { browserOf, type Page } from '../../../../tests/support/browser.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { takeStep } from '../../../../tests/support/take-step.ts'

const app = await testApp()
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk)
const anybody = await browserOf(app, undefined)
const receptionist: Actor = { kind: 'officer', id: desk.receptionists[0] }

const personal = [
  'Nguyễn Thị Kín Đáo',
  '044190008001',
  '0900 008 001',
  '+84900008001',
  'kindao@example.vn',
  'Số 8, ngõ Riêng',
  'Lê Văn Nộp',
  '044090008002',
  'Giấy ủy quyền số 77',
  'Xin phép cho cháu',
]
let dossier: { dossierId: number; code: string }

beforeAll(async () => {
  app.clock.set(instantAt('2026-11-18', '09:00'))
  dossier = await app.services.perform(receptionist, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    owner: { name: personal[0], identifier: personal[1], phone: personal[2], email: personal[4], address: personal[5] },
    submitter: { name: personal[6], identifier: personal[7] },
    authorizationPaper: personal[8],
    subject: personal[9],
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
    returnMethod: 'counter',
  })
})

const lookUp = (code = dossier.code) => anybody.get(`/tra-cuu/${code}`)

describe('a dossier', () => {
  let page: Page

  test('says what happened, who has it, what to do, until when and where to ask', async () => {
    page = await lookUp()
    expect(page.status).toBe(200)
    const holder = await app.services.database
      .selectFrom('unit')
      .select('name')
      .where('id', '=', desk.settlingUnitId)
      .executeTakeFirstOrThrow()
    for (const words of [
      'Đã xảy ra gì?',
      'Ai đang giữ hồ sơ?',
      holder.name,
      'Bạn không cần làm gì.',
      'Đến khi nào?',
      'thứ Năm, 26/11/2026, 09:00',
      'Hỏi ở đâu?',
    ])
      expect(page.text).toContain(words)
  })

  test('shows nothing of anybody, now and after each step', async () => {
    const officers = (await app.services.database.selectFrom('officer').select('fullName').execute()).map(({ fullName }) => fullName)
    const shown = (html: string) => [...personal, ...officers].filter((words) => html.includes(words))
    expect(shown(page.html)).toEqual([])
    let kind = ''
    for (let step = 0; kind !== 'return' && step < 10; step++) {
      kind = (await takeStep(app, dossier.dossierId)).kind
      page = await lookUp()
      expect(shown(page.html)).toEqual([])
    }
    expect(page.text).toContain('Kết quả đã được trả lúc')
    expect(page.html).not.toContain('Nguyễn Thị Nhận')
  })

  test('needs no script, is not for search engines, and is not kept by anybody on the way', () => {
    expect(page.html).not.toContain('<script')
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.headers['cache-control']).toContain('no-store')
  })
})

describe('typing the code', () => {
  test('small letters and spaces do not matter', async () => {
    const typed = `${dossier.code.toLowerCase().replace('-', ' -')} `
    const page = await anybody.press(await anybody.get('/tra-cuu'), 'Tìm', { ma: typed })
    expect(page.url).toBe(`/tra-cuu/${dossier.code}`)
    expect(page.status).toBe(200)
  })

  test('what is not there and what is no code get the same answer', async () => {
    const unknown = await lookUp(`${desk.agencyCode}-261118-9876`)
    const malformed = await lookUp('khong-phai-ma')
    expect([unknown.status, malformed.status]).toEqual([404, 404])
    const words = ({ text }: Page, code: string) => text.replaceAll(code, '…')
    expect(words(unknown, `${desk.agencyCode}-261118-9876`)).toBe(words(malformed, 'KHONG-PHAI-MA'))
  })

  test('what is typed is shown as text', async () => {
    const page = await lookUp(encodeURIComponent('"><script>alert(1)</script>'))
    expect(page.html).not.toMatch(/<script/i)
    expect(page.status).toBe(404)
  })
})

describe('trying codes one after the other', () => {
  test('ends at thirty a minute, with a page that says when to try again', async () => {
    const server = (n: number, remoteAddress: string) =>
      app.server.inject({ url: `/tra-cuu/${desk.agencyCode}-261118-${n}`, remoteAddress })
    let last = await server(1000, '203.0.113.9')
    for (let n = 1; n <= 30; n++) last = await server(1000 + n, '203.0.113.9')
    expect(last.statusCode).toBe(429)
    expect(last.headers['retry-after']).toBeDefined()
    expect(last.headers['content-type']).toContain('text/html')
    expect(last.body).toMatch(/Hãy thử lại sau \d+ giây/)
    expect((await server(2000, '203.0.113.10')).statusCode).toBe(404)
  })
})
