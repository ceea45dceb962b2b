import { expect } from '@playwright/test'
import { look } from './look.ts'
import { test } from './program.ts'

test('a citizen finds a procedure in three clicks and reads what is needed', async ({ page, browser }) => {
  await page.goto('/')
  await look(browser, page, 'trang-chu')
  await page.goto('/thu-tuc')
  await look(browser, page, 'danh-sach-thu-tuc')
  await page.goto('/thu-tuc?q=du+lich')
  const first = page.locator('main a[href^="/thu-tuc/"]').first()
  await expect(first).toBeVisible()
  await first.click()
  await expect(page).toHaveURL(/\/thu-tuc\/[\d.]+/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(browser, page, 'thu-tuc')
})

test('a citizen looks up a code that does not exist and is told plainly', async ({ page, browser }) => {
  await page.goto('/tra-cuu')
  await look(browser, page, 'tra-cuu')
  await page.goto('/tra-cuu/H50.40-200101-0001')
  await expect(page.locator('main')).toContainText(/không/i)
  await look(browser, page)
})

test('citizens’ pages carry no script', async ({ page }) => {
  for (const path of ['/', '/thu-tuc', '/tra-cuu']) {
    await page.goto(path)
    expect(await page.locator('script').count(), path).toBe(0)
  }
})
