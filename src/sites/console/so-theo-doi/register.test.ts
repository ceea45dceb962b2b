/** Register and papers through the real server: filters, PDF and XLSX, the address of a print, who may. */
import { beforeAll, describe, expect, test } from 'vitest'
import { receiveDossier } from '#modules/intake/index.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { type Browser, browserOf } from '../../../../tests/support/browser.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'

const app = await testApp()
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk)
let keeper: Browser
let code = ''

beforeAll(async () => {
  keeper = await browserOf(app, desk.receptionists[0])
  const received = await app.services.perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    owner: { name: '<img src=x onerror=alert(1)> Minh Họa', identifier: '044190006001' },
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
    returnMethod: 'counter',
  })
  code = received.code
})

describe('the register', () => {
  test('shows this month at one’s own unit; a name is text', async () => {
    const page = await keeper.get('/so-theo-doi')
    expect(page.status).toBe(200)
    expect(page.html).toContain(`href="/ho-so/${code}"`)
    expect(page.html).toContain('&lt;img src=x onerror=alert(1)&gt; Minh Họa')
    expect((await keeper.get('/so-theo-doi?tu=2026-10-01&den=2026-10-31')).text).toContain('Không có hồ sơ trong kỳ')
  })

  test('as PDF and as XLSX', async () => {
    const page = await keeper.get('/so-theo-doi')
    const pdf = await keeper.press(page, 'In sổ (PDF, A4)')
    expect(pdf.url).toMatch(/^\/so-theo-doi\/in\/\d+$/)
    const [sheet] = await readPdf(pdf.body)
    expect(sheet?.text.replace(/\s+/g, '')).toContain(code)
    const xlsx = await keeper.get('/so-theo-doi/so.xlsx')
    expect(String(xlsx.headers['content-disposition'])).toContain('.xlsx')
    expect(xlsx.body.subarray(0, 2).toString()).toBe('PK')
  })

  test('says which date is wrong, and is not for other units', async () => {
    expect((await keeper.get('/so-theo-doi?tu=2026-11-30&den=2026-11-01')).status).toBe(422)
    const commune = await app.services.database
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', 'commune-centre')
      .executeTakeFirstOrThrow()
    expect((await keeper.get(`/so-theo-doi?don-vi=${commune.id}`)).status).toBe(403)
    const elsewhere = await browserOf(app, await app.anOfficerWithRole('receptionist', commune.id))
    expect((await elsewhere.get(`/so-theo-doi/in/1`)).status).toBe(404)
    expect((await elsewhere.get('/so-theo-doi')).html).not.toContain(code)
  })

  test('says why there is none where nothing is received', async () => {
    const department = await app.services.database
      .selectFrom('unit')
      .select('id')
      .where('code', '=', 'QT.SVHTTDL')
      .executeTakeFirstOrThrow()
    const clerk = await browserOf(app, await app.anOfficerWithRole('agency-leader', department.id))
    const page = await clerk.get('/so-theo-doi')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Sổ do trung tâm hoặc bộ phận Một cửa giữ')
    expect((await clerk.get('/so-theo-doi/so.xlsx')).status).toBe(404)
  })
})

describe('a paper of a dossier', () => {
  test('is printed by a post and shown at an address that counts nothing', async () => {
    const first = await keeper.post(`/ho-so/${code}/giay-to/giay-tiep-nhan`, {})
    expect(first.headers['content-type']).toBe('application/pdf')
    expect(first.url).toBe(`/ho-so/${code}/giay-to/giay-tiep-nhan/1-2026?lan=1`)
    await keeper.get(first.url)
    const second = await keeper.post(`/ho-so/${code}/giay-to/giay-tiep-nhan`, { reason: 'Khách làm mất' })
    expect(second.url).toMatch(/lan=2$/)
    expect((await readPdf(second.body))[0]?.text).toContain('BẢN IN LẠI LẦN 1')
    const prints = await app.services.database.selectFrom('paperPrint').select(['number', 'reason']).orderBy('number').execute()
    expect(prints).toContainEqual({ number: 2, reason: 'Khách làm mất' })
  })

  test('that does not exist is not found', async () => {
    for (const url of [
      `/ho-so/${code}/giay-to/giay-tiep-nhan/9-2026`,
      `/ho-so/${code}/giay-to/khac/1-2026`,
      `/ho-so/${code}/giay-to/giay-tiep-nhan/1-2026?lan=9`,
    ])
      expect((await keeper.get(url)).status).toBe(404)
    expect((await keeper.post('/ho-so/H50.40-260101-0001/giay-to/giay-tiep-nhan', {})).status).toBe(404)
    expect((await keeper.post(`/ho-so/${code}/giay-to/phieu-tra-ket-qua`, {})).status).toBe(409)
  })
})
