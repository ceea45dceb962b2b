import { expect } from '@playwright/test'
import { look } from './look.ts'
import { test } from './program.ts'
import { signIn } from './sign-in.ts'

test('signing in', async ({ page, browser }) => {
  await page.goto('/dang-nhap')
  await look(browser, page, 'dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill('khong-co-ai')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.locator('main')).toContainText(/chưa đúng|không đúng/)
  await signIn(page, 'chuyenvien.vhttdl')
  await expect(page).toHaveURL(/\/lam-viec/)
})

test('a specialist’s day: work list, dossier, its parts, the calculator', async ({ page, browser }) => {
  await signIn(page, 'chuyenvien.vhttdl')
  await look(browser, page, 'viec-cua-toi')
  await page.goto('/ho-so')
  await page.locator('main a[href^="/ho-so/H50"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('H50')
  await look(browser, page, 'ho-so')
  for (const part of ['thanh-phan', 'qua-trinh', 'giay-to', 'trao-doi']) {
    await page.goto(`${page.url().split('?')[0]}?phan=${part}`)
    await look(browser, page)
  }
  await page.goto('/tinh-han')
  await look(browser, page, 'tinh-han')
})

test('figures open to their dossiers', async ({ page, browser }) => {
  await signIn(page, 'kiemsoat')
  await page.goto('/so-lieu')
  await look(browser, page, 'so-lieu')
  await page.locator('a.stat').first().click()
  await expect(page.locator('main a[href^="/ho-so/H50"]').first()).toBeVisible()
  await look(browser, page)
})

test('the desk: reception, results to return', async ({ page, browser }) => {
  await signIn(page, 'tiepnhan1')
  await page.goto('/tiep-nhan')
  await look(browser, page, 'tiep-nhan')
  await signIn(page, 'traketqua1')
  await page.goto('/tra-ket-qua')
  await look(browser, page, 'cho-tra-ket-qua')
})
