/** The switch of languages: on the portal and in the console, to English and back, on the page where one is. What else is left in Vietnamese, `tests/pages.test.ts` finds. */
import { expect, type Page } from '@playwright/test'
import { look } from './look.ts'
import { test } from './program.ts'
import { signIn } from './sign-in.ts'

test('a visitor reads in English, and goes back', async ({ page, browser, javaScriptEnabled }) => {
  await page.goto('/thu-tuc?q=du+lich')
  const shown = await page.locator('main a[href^="/thu-tuc/"]').count()
  await switchTo(page, 'English', 'en')
  await expect(page).toHaveURL(/\/thu-tuc\?q=du\+lich$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Administrative procedures')
  expect(await page.locator('main a[href^="/thu-tuc/"]').count()).toBe(shown)
  if (javaScriptEnabled) await look(browser, page)
  // The names of procedures are law and stay as they are.
  await page.locator('main a[href^="/thu-tuc/"]').first().click()
  await expect(page.getByRole('heading', { level: 2 }).first()).not.toContainText(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i)
  await switchTo(page, 'Tiếng Việt', 'vi')
  await expect(page.getByRole('navigation', { name: 'Mục chính' })).toContainText('Thủ tục')
})

test('an officer works in English, and goes back', async ({ page, browser, javaScriptEnabled }) => {
  await signIn(page, 'truongphong.vhttdl')
  await switchTo(page, 'English', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My work')
  await expect(page.getByRole('navigation', { name: 'Work lists' })).toContainText('Due within 24 hours')
  if (javaScriptEnabled) await look(browser, page)
  await page.getByRole('navigation', { name: 'Work lists' }).getByRole('link', { name: 'Find dossiers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find dossiers')
  await switchTo(page, 'Tiếng Việt', 'vi')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tìm hồ sơ')
})

async function switchTo(page: Page, link: string, language: string): Promise<void> {
  await page.getByRole('link', { name: link, exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}
