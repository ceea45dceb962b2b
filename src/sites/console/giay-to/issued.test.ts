/** A paper from the dossier's own page: listed under its official name, printed again with a reason, the log beside it; who may not gets nothing. */
import { beforeAll, expect, test } from 'vitest'
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
let address = ''

beforeAll(async () => {
  keeper = await browserOf(app, desk.receptionists[0])
  const received = await app.services.perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    owner: { name: 'Lê Thị Minh Họa', identifier: '044190006001' },
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
    returnMethod: 'counter',
  })
  code = received.code
  await keeper.post(`/ho-so/${code}/giay-to/nhan-ma-vach`, {})
  const { id } = await app.services.database.selectFrom('paper').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  address = `/giay-to/${id}`
})

test('stands on the dossier’s page with its number, and leads to its last print', async () => {
  const page = await keeper.get(`/ho-so/${code}?phan=giay-to`)
  expect(page.html).toContain(`href="${address}"`)
  expect(page.text).toContain('1/NMV-TTPVHCC')
  expect((await keeper.get(address)).headers['content-type']).toBe('application/pdf')
})

test('is printed again with a reason, which the page then shows', async () => {
  const again = await keeper.post(address, { reason: 'Nhãn bị <b>rách</b>' })
  expect(again.url).toBe(`${address}?lan=2`)
  expect((await readPdf(again.body))[0]?.text).toContain('BẢN IN LẠI LẦN 1')
  expect((await keeper.post(address, { reason: 'x'.repeat(501) })).status).toBe(422)
  const page = await keeper.get(`/ho-so/${code}?phan=giay-to`)
  expect(page.html).toContain('Lý do: Nhãn bị &lt;b&gt;rách&lt;/b&gt;')
  expect(page.text).toContain('Đã in 2 lần')
})

test('is not found where it is nobody’s business, or not there', async () => {
  const commune = await app.services.database.selectFrom('unit').select('id').where('kind', '=', 'commune-centre').executeTakeFirstOrThrow()
  const elsewhere = await browserOf(app, await app.anOfficerWithRole('receptionist', commune.id))
  expect((await elsewhere.get(address)).status).toBe(404)
  expect((await elsewhere.post(address, {})).status).toBe(403)
  for (const wrong of ['/giay-to/99999999', '/giay-to/x', `${address}?lan=9`, `${address}?lan=0`])
    expect((await keeper.get(wrong)).status).toBe(404)
  expect((await keeper.post('/giay-to/99999999', {})).status).toBe(404)
})
