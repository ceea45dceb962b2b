/** The administrator's pages, looked at as she meets them. */
import { expect } from '@playwright/test'
import { look } from './look.ts'
import { test } from './program.ts'
import { signIn } from './sign-in.ts'

test('one’s own account: sessions, password, second factor', async ({ page, browser, javaScriptEnabled }) => {
  // What is begun stays begun: each run has an account of its own.
  await signIn(page, javaScriptEnabled ? 'traketqua1' : 'vanthu.vhttdl')
  for (const path of ['/phien-lam-viec', '/mat-khau', '/xac-thuc-hai-lop/thiet-lap']) {
    await page.goto(path)
    await look(browser, page)
  }
  await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  await expect(page.getByRole('img', { name: /Mã QR/ })).toBeVisible()
  await look(browser, page)
})

test('the organisation: the tree, a unit, its forms', async ({ page, browser }) => {
  await signIn(page, 'quantri')
  await page.goto('/to-chuc')
  await look(browser, page, 'to-chuc')
  await page.goto('/to-chuc?q=van+hoa')
  await page.getByRole('link', { name: 'Sở Văn hóa, Thể thao và Du lịch', exact: true }).click()
  await look(browser, page)
  const unit = page.url()
  for (const form of ['them', 'sua', 'chuyen', 'ket-thuc', 'quay']) {
    await page.goto(`${unit}/${form}`)
    await look(browser, page)
  }
  await page.getByRole('button', { name: 'Lưu quầy' }).click()
  await expect(page.getByRole('alert')).toContainText('Hãy điền số quầy')
})

test('officers: the list, one of them, roles, secondment', async ({ page, browser }) => {
  await signIn(page, 'quantri')
  await page.goto('/can-bo?q=chuyenvien.vhttdl')
  await look(browser, page, 'can-bo')
  await page.locator('main table a').first().click()
  await look(browser, page)
  const officer = page.url()
  for (const path of ['/can-bo/them', `${officer}/sua`, `${officer}/vai-tro`, `${officer}/biet-phai`]) {
    await page.goto(path)
    await look(browser, page)
  }
})

test('roles, delegations, tokens, rules, trail', async ({ page, browser }) => {
  await signIn(page, 'quantri')
  for (const path of ['/vai-tro', '/vai-tro/them', '/uy-quyen?q=nguyen', '/ma-truy-cap', '/dang-nhap/quy-tac', '/nhat-ky']) {
    await page.goto(path)
    await look(browser, page, path === '/vai-tro' ? 'vai-tro' : undefined)
  }
  await page.goto('/vai-tro')
  await page.locator('main table a').first().click()
  await look(browser, page)
})
