import { expect, type Page } from '@playwright/test'

/** Of every demonstration account. */
const PASSWORD = 'MotCua#2026'

/** Signs in by the form, as somebody else than before where somebody was. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/lam-viec/)
}
