/** One dossier goes all the way, each step by the hand whose turn it is: reception, process, signature, number, return, the citizen's look-up, the figure. */
import { expect, type Page } from '@playwright/test'
import { look } from './look.ts'
import { picture } from './picture.ts'
import { test } from './program.ts'
import { signIn } from './sign-in.ts'

/** Invented, of the demonstration. */
const OWNER = { identifier: '044151000014', name: 'Nguyễn Ngọc Linh', phone: /0900 ?000 ?014/ }
const RESULT = 'Văn bản trả lời về đoàn người thực hiện quảng cáo'
const FILE = Buffer.from('%PDF-1.4\n% Văn bản trả lời\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

test('one dossier, all the way', async ({ page, browser, javaScriptEnabled }) => {
  const code = await receive(page)
  const open = async (username: string) => {
    await signIn(page, username)
    await page.getByRole('searchbox', { name: 'Tìm hồ sơ' }).fill(code)
    await page.getByRole('searchbox', { name: 'Tìm hồ sơ' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
  }
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Đã thực hiện' })).toBeVisible()
  }

  await signIn(page, 'chuyenvien.vhttdl')
  const specialist = await page.locator('.header__user-name').textContent()
  await open('truongphong.vhttdl')
  await press('Nhận xử lý')
  // Nobody chosen: a sentence, and the comment is still there.
  await page.getByRole('textbox', { name: 'Ý kiến (không bắt buộc)' }).fill('Hồ sơ gấp')
  await page.getByRole('button', { name: 'Chuyển bước “Thẩm định hồ sơ”' }).click()
  await expect(page.getByRole('alert')).toContainText('Hãy chọn người')
  await expect(page.getByRole('textbox', { name: 'Ý kiến (không bắt buộc)' })).toHaveValue('Hồ sơ gấp')
  await page.getByLabel('Người xử lý bước tiếp theo').selectOption({ label: `${specialist}, Phòng Quản lý văn hóa và gia đình, Sở VHTTDL` })
  await press('Chuyển bước “Thẩm định hồ sơ”')

  await open('chuyenvien.vhttdl')
  await expect(page.locator('main')).toContainText('Đang thẩm định')
  await page.getByLabel('Tên kết quả').fill(RESULT)
  await page.getByLabel('Tệp kết quả').setInputFiles({ name: 'van-ban-tra-loi.pdf', mimeType: 'application/pdf', buffer: FILE })
  await press('Lập dự thảo kết quả')
  await press('Chuyển bước “Soát xét kết quả thẩm định”')

  await open('truongphong.vhttdl')
  await press('Nhận xử lý')
  await press('Chuyển bước “Ký duyệt kết quả”')

  await open('lanhdao.vhttdl')
  await press('Nhận xử lý')
  await press('Chuyển bước “Cấp số, phát hành”')

  await open('vanthu.vhttdl')
  await press('Nhận xử lý')
  await page.getByLabel('Ký hiệu văn bản').fill('SVHTTDL-QLVH')
  await press('Cấp số và phát hành')
  await expect(page.locator('main')).toContainText(new RegExp(`${RESULT}, \\d+/SVHTTDL-QLVH`))
  await expectResult(page)

  await signIn(page, 'traketqua1')
  await page.getByRole('navigation', { name: 'Danh sách công việc' }).getByRole('link', { name: 'Chờ trả kết quả' }).click()
  await page
    .getByRole('row', { name: new RegExp(code) })
    .getByRole('link', { name: code })
    .click()
  await expect(page.getByLabel('Người nhận kết quả')).not.toHaveValue('')
  if (javaScriptEnabled) {
    await look(browser, page)
    await picture(page, 'tra-ket-qua', page.locator('#viec'))
  }
  await page.getByLabel('Căn cứ nhận').selectOption({ label: 'Giấy tiếp nhận hồ sơ' })
  await page.getByRole('group', { name: 'Bản chính trả lại' }).getByRole('checkbox').first().check()
  await press('Trả kết quả')
  await expect(page.locator('main')).toContainText('10. Đã trả kết quả')
  await page.getByRole('link', { name: 'Thành phần', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Thành phần' })).toContainText('đã trả lại')

  await expectLookUp(page, code)
  if (javaScriptEnabled) await look(browser, page, 'ket-qua-tra-cuu')
  await expectFigure(page, code)
})

/** At the counter, by Enter alone. @returns the dossier's code */
async function receive(page: Page): Promise<string> {
  await signIn(page, 'tiepnhan1')
  await page.goto('/tiep-nhan')
  await page.getByLabel('Tìm chủ hồ sơ').fill(OWNER.identifier)
  await page.getByLabel('Tìm chủ hồ sơ').press('Enter')
  await page.getByLabel('Tìm thủ tục').fill('1.004645')
  await page.getByLabel('Tìm thủ tục').press('Enter')
  for (const button of ['Đủ theo quy định', 'Kiểm tra và xem ngày hẹn trả', 'Tiếp nhận hồ sơ'])
    await page.getByRole('button', { name: button }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã tiếp nhận hồ sơ')
  return /H[\d.]+-\d{6}-\d{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''
}

/** The issued result opens from the dossier, to the byte as it was made. */
async function expectResult(page: Page): Promise<void> {
  const address = await page.getByRole('link', { name: 'van-ban-tra-loi.pdf' }).getAttribute('href')
  const answer = await page.request.get(address ?? '')
  expect(answer.status()).toBe(200)
  expect(await answer.body()).toEqual(FILE)
}

/** A citizen with the code sees state and dates, and nobody's name, number or phone. */
async function expectLookUp(page: Page, code: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/')
  await page.getByRole('link', { name: 'Tra cứu hồ sơ' }).first().click()
  await page.getByLabel(/Mã hồ sơ/).fill(code.toLowerCase())
  await page.getByLabel(/Mã hồ sơ/).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
  const text = (await page.locator('body').textContent()) ?? ''
  expect(text).toMatch(/đã trả|đã nhận kết quả/i)
  expect(text).not.toContain(OWNER.identifier)
  expect(text).not.toContain(OWNER.name)
  expect(text).not.toMatch(OWNER.phone)
  expect(text).not.toContain('đường Minh Họa')
  expect(await page.locator('script').count()).toBe(0)
}

/** The month's figure of what was settled opens the list that has this dossier in it. */
async function expectFigure(page: Page, code: string): Promise<void> {
  await signIn(page, 'kiemsoat')
  await page.getByRole('navigation', { name: 'Danh sách công việc' }).getByRole('link', { name: 'Số liệu giải quyết' }).click()
  await page.locator('main a[href*="so=settled"]').first().click()
  await page.getByRole('link', { name: code }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
}
