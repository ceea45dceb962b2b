/** Hand-over lists through the real server: what a unit passed on that day, by receiving unit; the list on paper, its number and reprint; who may. */
import { beforeAll, describe, expect, test } from 'vitest'
import { receiveDossier } from '#modules/intake/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { type Browser, browserOf } from '../../../../tests/support/browser.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'

const app = await testApp()
const { database } = app.services
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk)
const codes: string[] = []
let keeper: Browser
let toUnitId = 0

const flat = (text: string) => text.replace(/\s+/g, ' ')
const textOf = async (body: Buffer) => flat((await readPdf(body)).map(({ text }) => text).join(' '))
const make = (more: Record<string, unknown> = {}) =>
  keeper.post('/danh-sach-ban-giao', { 'don-vi': String(desk.unitId), nhan: String(toUnitId), ngay: '2026-11-18', ...more } as never)

beforeAll(async () => {
  keeper = await browserOf(app, desk.receptionists[0])
  // The first was passed on the day before: a reception passes on at once.
  for (const [index, day] of ['2026-11-17', '2026-11-18', '2026-11-18'].entries()) {
    app.clock.set(instantAt(day, '09:05'))
    const { code } = await app.services.perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
      procedureCaseId: procedure.caseId,
      receivingUnitId: desk.unitId,
      owner: { name: `#set text(red) <b>Chủ hồ sơ</b> ${index + 1}`, identifier: `04419000700${index}` },
      components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1, copies: 2 })),
      returnMethod: 'counter',
    })
    if (index > 0) codes.push(code)
  }
  const task = await database.selectFrom('task').select('unitId').where('unitId', '<>', desk.unitId).executeTakeFirstOrThrow()
  toUnitId = task.unitId
})

describe('the page', () => {
  test('shows what went to whom that day, and nothing of another', async () => {
    const page = await keeper.get('/danh-sach-ban-giao')
    expect(page.status).toBe(200)
    for (const code of codes) expect(page.html).toContain(`value="${code}"`)
    expect(page.html.match(/name="ho-so"/g)).toHaveLength(2)
    expect(page.html).toContain('&lt;b&gt;Chủ hồ sơ&lt;/b&gt;')
    expect((await keeper.get('/danh-sach-ban-giao?ngay=2026-11-16')).text).toContain('Không có hồ sơ được bàn giao trong ngày')
    expect((await keeper.get('/danh-sach-ban-giao?ngay=hom-qua')).status).toBe(200)
  })

  test('its reading is recorded, without names', async () => {
    await keeper.get('/danh-sach-ban-giao')
    const trail = await database
      .selectFrom('audit')
      .select('detail')
      .where('name', '=', 'papers.read-handed-over')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(trail.detail).toEqual({ on: '2026-11-18', rows: 2 })
  })
})

describe('the list', () => {
  test('with nothing ticked has all, numbered, with both sides', async () => {
    const list = await make()
    expect(list.headers['content-type']).toBe('application/pdf')
    const text = await textOf(list.body)
    for (const part of [
      'DANH SÁCH BÀN GIAO HỒ SƠ',
      'Số: 1/DSBG-TTPVHCC',
      'Ngày 18/11/2026',
      'Số hồ sơ bàn giao: 02',
      '#set text(red) <b>Chủ hồ sơ</b> 2',
      'BÊN GIAO',
      'BÊN NHẬN',
    ])
      expect(text).toContain(part)
    for (const code of codes) expect(text).toContain(code)
    expect(text).toContain('01 bản chính, 02 bản sao')
    const [page] = await readPdf(list.body)
    expect([page?.width, page?.height]).toEqual([210, 297])
  })

  test('has only those ticked, and can be printed again, marked', async () => {
    const list = await make({ 'ho-so': codes.slice(0, 1) })
    expect(await textOf(list.body)).toContain('Số: 2/DSBG-TTPVHCC')
    expect(await textOf(list.body)).toContain('Số hồ sơ bàn giao: 01')
    expect((await keeper.get('/danh-sach-ban-giao')).text).toContain('Danh sách đã lập cho ngày 18/11/2026')
    const again = await keeper.post(list.url.replace(/\?.*/, ''), {})
    expect(await textOf(again.body)).toContain('BẢN IN LẠI LẦN 1')
  })

  test('refuses what was not passed on there, in words on the page', async () => {
    const strange = await make({ 'ho-so': ['H50.01-261118-9999'] })
    expect(strange.status).toBe(409)
    expect(strange.text).toContain('không được bàn giao cho nơi nhận này')
    expect((await make({ ngay: '2026-11-16' })).status).toBe(422)
    expect((await make({ ngay: '2026-11-19' })).text).toContain('Ngày bàn giao chưa đến')
    expect((await make({ ngay: 'x' })).text).toContain('Hãy chọn ngày bàn giao.')
  })

  test('is not for other units', async () => {
    const commune = await database
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', 'commune-centre')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const elsewhere = await browserOf(app, await app.anOfficerWithRole('receptionist', commune.id))
    expect((await elsewhere.get(`/danh-sach-ban-giao?don-vi=${desk.unitId}`)).html).not.toContain(codes[0])
    expect(
      (await elsewhere.post('/danh-sach-ban-giao', { 'don-vi': String(desk.unitId), nhan: String(toUnitId), ngay: '2026-11-18' })).status,
    ).toBe(403)
    const { url } = await make()
    expect((await elsewhere.get(url)).status).toBe(404)
  })
})
