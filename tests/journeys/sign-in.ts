import { expect, type Page } from '@playwright/test'

/** Of every demonstration account. */
const PASSWORD = 'MotCua#2026'
const OWN_PASSWORD = 'HanhTrinh#2026'

/** Signs in by the form, as somebody else than before where somebody was. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/lam-viec/)
  // The page's keys work once its scripts have run.
  await page.waitForLoadState()
}

/** The same without opening a page: for a journey that is about something else. */
export async function enter(page: Page, username: string): Promise<void> {
  expect(await tryEntering(page, username, PASSWORD), `${username} is let in`).toBe(true)
}

/** As somebody who is no demonstration account: whoever comes for the first time has to choose a password of their own. */
export async function enterForTheFirstTime(page: Page, username: string): Promise<void> {
  if (await tryEntering(page, username, OWN_PASSWORD)) return
  await enter(page, username)
  await page.request.post('/mat-khau', {
    headers: { 'sec-fetch-site': 'same-origin' },
    form: { current: PASSWORD, next: OWN_PASSWORD, again: OWN_PASSWORD },
  })
  expect(await tryEntering(page, username, OWN_PASSWORD), `${username} has a password of their own`).toBe(true)
}

async function tryEntering(page: Page, username: string, password: string): Promise<boolean> {
  await page.context().clearCookies()
  const answer = await page.request.post('/dang-nhap', {
    headers: { 'sec-fetch-site': 'same-origin' },
    form: { username, password },
    maxRedirects: 0,
  })
  return answer.status() === 303
}
