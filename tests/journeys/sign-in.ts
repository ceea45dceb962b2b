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

/** The same without opening a page: for a journey that is about something else. */
export async function enter(page: Page, username: string): Promise<void> {
  await page.context().clearCookies()
  const answer = await page.request.post('/dang-nhap', {
    headers: { 'sec-fetch-site': 'same-origin' },
    form: { username, password: PASSWORD },
    maxRedirects: 0,
  })
  expect(answer.headers().location, `${username} is let in`).toMatch(/^\/lam-viec/)
}
