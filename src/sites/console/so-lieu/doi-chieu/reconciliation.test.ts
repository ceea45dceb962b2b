/** lessons A.3.9: what is stored is built anew and compared, and each figure says what it counts. */
import { expect, test } from 'vitest'
import { testApp } from '../../../../../tests/support/app.ts'
import { browsing } from '../../../../../tests/support/browsing.ts'
import { aWorkplace } from '../../../../../tests/support/work.ts'
import { jobHandlers } from '../../../../app.ts'
import { verifyAndKeep } from '../../../../modules/workflow/index.ts'

const app = await testApp()
const place = await aWorkplace(app)
const browser = browsing(app.server)
await browser.signIn('kiemsoat', 'MotCua#2026')
const page = () => browser.open('/so-lieu/doi-chieu')

test('lessons A.3.9: a stored column that is not what the actions say is found at night, told on the page and opens its dossier', async () => {
  const { dossierId, code } = await place.aDossier()
  expect((await page()).html).toContain('Chưa có lần đối chiếu nào')
  expect(await verifyAndKeep(app.services)).toEqual({ differences: 0 })
  expect((await page()).html).toContain('Khớp')
  await app.handle.pool.query(`update dossier set national_status = 10 where id = $1`, [dossierId])
  app.clock.set(new Date(app.clock.now().getTime() + 60_000))
  expect((await verifyAndKeep(app.services)).differences).toBeGreaterThan(0)
  const told = await page()
  expect(told.html).toContain('chỗ khác nhau')
  expect(told.html).toContain(`/ho-so/${code}`)
  expect((await browser.open('/so-lieu')).html).toContain('/so-lieu/doi-chieu')
})

test('the job is there, and the page defines every figure; who may not read figures sees nothing', async () => {
  expect(jobHandlers(app.services, { unusedFilesDays: 30 }).map(({ name }) => name)).toContain('workflow.verify')
  expect((await page()).html).toContain('Hồ sơ tiếp nhận trước kỳ mà đầu kỳ chưa giải quyết xong.')
  browser.forget()
  await browser.signIn('tiepnhan1', 'MotCua#2026')
  expect((await page()).status).toBe(403)
})
