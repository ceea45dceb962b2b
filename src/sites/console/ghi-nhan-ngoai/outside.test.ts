/** A dossier that the agency received itself, through its page. */
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browserOf } from '../../../../tests/support/browser.ts'
import { aProcedure } from '../../../../tests/support/desk.ts'
import { aWorkplace } from '../../../../tests/support/work.ts'

const app = await testApp()
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const plain = await aProcedure(app, place.desk)
const browser = await browserOf(app, specialist.id)
let address = `/ghi-nhan-ngoai/${plain.caseId}/${place.desk.unitId}`

test('only for procedures whose version says so, by the agency that settles them', async () => {
  expect((await browser.get('/ghi-nhan-ngoai')).text).toContain('Không có thủ tục nào được tiếp nhận ngoài Bộ phận Một cửa')
  expect((await browser.get(address)).status).toBe(404)
  const { caseId } = await aProcedure(app, place.desk, {}, { isOutsideTheUnit: true })
  address = `/ghi-nhan-ngoai/${caseId}/${place.desk.unitId}`
  expect((await browser.get('/ghi-nhan-ngoai')).html).toContain(address)
  const elsewhere = await app.services.database
    .selectFrom('unit')
    .select('id')
    .where('kind', '=', 'division')
    .where('id', '!=', place.desk.settlingUnitId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const other = await browserOf(app, (await place.anOfficer('specialist', elsewhere.id)).id)
  expect((await other.get(address)).status).toBe(404)
  expect((await (await browserOf(app, place.desk.receptionists[0])).get('/ghi-nhan-ngoai')).status).toBe(403)
})

test('what is wrong is told at its field with what was typed; then it is recorded once and tracked like any other', async () => {
  const wrong = await browser.press(await browser.get(address), 'Ghi nhận hồ sơ', {
    'owner.name': '',
    'owner.identifier': '123',
    subject: 'Đề nghị cấp',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Hãy ghi họ tên hoặc tên tổ chức.')
  expect(wrong.html).toContain('value="Đề nghị cấp"')
  const done = await browser.press(wrong, 'Ghi nhận hồ sơ', { 'owner.name': 'Lê Thị Tại Chỗ', 'owner.identifier': '' })
  expect(done.status).toBe(200)
  expect(done.text).toMatch(/Hồ sơ H50\.\d\d-261118-\d{4}/)
  expect(done.text).toContain('Lê Thị Tại Chỗ')
  // The same form sent again is the same dossier.
  const again = await browser.press(wrong, 'Ghi nhận hồ sơ', { 'owner.name': 'Lê Thị Tại Chỗ', 'owner.identifier': '' })
  expect(/H50\.\d\d-261118-\d{4}/.exec(again.text)?.[0]).toBe(/H50\.\d\d-261118-\d{4}/.exec(done.text)?.[0])
})
