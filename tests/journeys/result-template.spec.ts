/** Result templates as the controller meets them, and the form of a result as a specialist does. */
import { expect, type Page } from '@playwright/test'
import { look } from './look.ts'
import { test } from './program.ts'

const PASSWORD = 'MotCua#2026'

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/lam-viec/)
}

test('templates: the list, one, its form with what is wrong', async ({ page, browser }) => {
  await signIn(page, 'kiemsoat')
  await page.getByRole('link', { name: 'Mẫu kết quả' }).first().click()
  await look(browser, page, 'mau-ket-qua')
  await page.getByRole('link', { name: 'Giấy phép triển lãm mỹ thuật', exact: true }).click()
  await look(browser, page)
  await page.getByRole('link', { name: 'Tải phiên bản mới' }).click()
  await look(browser, page)
  await page.getByRole('button', { name: 'Lưu mẫu' }).click()
  await expect(page.getByRole('alert')).toContainText('Hãy chọn tệp Word')
})

test('a specialist makes a result from a template', async ({ page, browser }) => {
  await signIn(page, 'chuyenvien.vhttdl')
  await page.goto('/lam-viec?ds=tat-ca')
  const dossiers = await page
    .locator('main table a[href^="/ho-so/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  for (const href of dossiers) {
    await page.goto(href ?? '')
    const claim = page.getByRole('button', { name: 'Nhận xử lý' })
    if (await claim.isVisible()) await claim.click()
    const summary = page.locator('summary', { hasText: 'Lập dự thảo kết quả' })
    if (await summary.isVisible()) await summary.click()
    const template = page.getByRole('link', { name: 'Công văn trả lời', exact: true })
    if (!(await template.isVisible())) continue
    await template.click()
    await look(browser, page, 'lap-tu-mau')
    // Another run may have drafted it before.
    await page.getByLabel('Trích yếu (sau “V/v”)').fill('')
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await expect(page.getByRole('alert')).toContainText('Hãy nhập: trích yếu')
    await page.getByLabel('Trích yếu (sau “V/v”)').fill('trả lời hồ sơ')
    const name = await page.getByLabel('Tên kết quả').inputValue()
    await page.getByLabel('Nội dung trả lời').fill('Đồng ý với đề nghị.\nĐề nghị thực hiện đúng quy định.')
    await page.getByLabel('Nơi nhận khác').fill('Công an tỉnh')
    const [preview] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('button', { name: 'Xem trước PDF' }).click()])
    await preview.close()
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await expect(page.getByText('Đã lưu dự thảo kết quả')).toBeVisible()
    await expect(page.getByRole('link', { name: `${name} (PDF)`, exact: true })).toBeVisible()
    return
  }
  throw new Error('No dossier of the demonstration waits for its result')
})
