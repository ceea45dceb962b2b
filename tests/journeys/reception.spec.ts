/** The desk: a known applicant with the keyboard alone, then one who comes with wrong numbers, files and a paper too few. */
import { expect, type Locator, type Page } from '@playwright/test'
import { readPageBarcodes, readPdf } from '../support/read-pdf.ts'
import { keyboardOf } from './keyboard.ts'
import { look } from './look.ts'
import { picture } from './picture.ts'
import { test } from './program.ts'
import { signIn } from './sign-in.ts'

/** Invented, of the demonstration. */
const KNOWN = { identifier: '044151000014', name: 'Nguyễn Ngọc Linh' }
/** "Thông báo tổ chức đoàn người thực hiện quảng cáo": one case. */
const PROCEDURE = '1.004645'
/**
 * A minute of a practised hand: 0.28 s a stroke and 1.35 s to look at each new page (Card, Moran & Newell's keystroke-level model). The minute is counted so,
 * because a stop-watch would time the machine.
 */
const SECONDS = { aStroke: 0.28, aPage: 1.35 }

test('a known applicant in under a minute, with the keyboard alone', async ({ page, browser, javaScriptEnabled }) => {
  await signIn(page, 'tiepnhan1')
  const keys = keyboardOf(page)
  if (javaScriptEnabled) await keys.press('t')
  else {
    await keys.tabTo(page.getByRole('navigation', { name: 'Danh sách công việc' }).getByRole('link', { name: 'Tiếp nhận hồ sơ' }))
    await keys.press('Enter')
  }
  await expect(page.getByLabel('Tìm chủ hồ sơ')).toBeFocused()
  if (javaScriptEnabled) {
    await look(browser, page)
    await picture(page, 'tiep-nhan-1-chu-ho-so')
  }
  const begun = keys.strokes()
  let pages = 0
  const next = async (focused: Locator) => {
    await keys.press('Enter')
    await expect(focused).toBeFocused()
    pages++
  }

  await keys.type(KNOWN.identifier)
  await next(page.getByLabel('Tìm thủ tục'))
  await expect(page.locator('#chu-ho-so')).toContainText(KNOWN.name)
  await keys.type(PROCEDURE)
  await next(page.getByRole('button', { name: 'Đủ theo quy định' }))
  await next(page.getByRole('button', { name: 'Kiểm tra và xem ngày hẹn trả' }))
  await next(page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }))
  await expect(page.locator('main')).toContainText(/Hẹn trả kết quả: .+, \d\d\/\d\d\/20\d\d, \d\d:\d\d/)
  if (javaScriptEnabled) {
    await look(browser, page)
    await picture(page, 'tiep-nhan-4-kiem-tra', page.getByRole('heading', { name: 'Kiểm tra trước khi tiếp nhận' }))
  }
  const print = page.getByRole('button', { name: 'In giấy tiếp nhận' })
  await next(print)

  const [tab] = await Promise.all([page.context().waitForEvent('page'), keys.press('Enter')])
  await tab.close()
  const seconds = (keys.strokes() - begun) * SECONDS.aStroke + pages * SECONDS.aPage
  expect(seconds).toBeLessThan(60)

  if (javaScriptEnabled) {
    await look(browser, page)
    await picture(page, 'tiep-nhan-5-da-nhan')
  }
  await expectReceipt(page, KNOWN.name)

  // The same person's next dossier is two keys away.
  await keys.tabTo(page.getByRole('button', { name: 'Tiếp nhận hồ sơ khác của người này' }))
  await next(page.getByLabel('Tìm thủ tục'))
  await expect(page.locator('#chu-ho-so')).toContainText(KNOWN.name)
})

test('wrong numbers, files, a paper too few: told at its place, nothing typed is lost', async ({ page, browser, javaScriptEnabled }) => {
  await signIn(page, 'tiepnhan1')
  await page.goto('/tiep-nhan')
  // The fourth digit says female, the next two 1990. Nobody yet: each run brings its own.
  const identifier = javaScriptEnabled ? '044190555002' : '044190555003'
  await page.getByLabel('Tìm chủ hồ sơ').fill(identifier)
  await page.getByLabel('Tìm chủ hồ sơ').press('Enter')
  await expect(page.getByLabel('Số định danh, mã số thuế')).toHaveValue(identifier)
  await expect(page.getByLabel('Người đại diện')).toBeHidden()
  await page.getByLabel('Ngày', { exact: true }).fill('3')
  await page.getByLabel('Tháng', { exact: true }).fill('4')
  await page.getByLabel('Năm', { exact: true }).fill('1987')
  await page.getByLabel('Nam', { exact: true }).check()
  await page.getByRole('button', { name: 'Dùng thông tin này' }).click()
  await expect(page.getByRole('alert')).toContainText('Hãy ghi')
  await expect(page.getByLabel('Họ tên, tên tổ chức')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Năm', { exact: true })).toHaveValue('1987')
  if (javaScriptEnabled) {
    await look(browser, page)
    await picture(page, 'tiep-nhan-2-nguoi-moi')
  }
  await page.getByLabel('Họ tên, tên tổ chức').fill('Trần Văn Thử Nghiệm')
  await page.getByLabel('Họ tên, tên tổ chức').press('Enter')

  // A warning, no wall: the procedure can be chosen.
  await expect(page.locator('#chu-ho-so')).toContainText('Chữ số thứ tư không khớp với giới tính đã ghi')
  await page.getByLabel('Tìm thủ tục').fill(PROCEDURE)
  await page.getByLabel('Tìm thủ tục').press('Enter')

  const papers = page.locator('#giay-to tbody tr')
  const first = papers.first().getByLabel(/Bản chính|Bản sao/)
  await first.first().fill('2')
  await papers.first().locator('input[type=file]').setInputFiles(scan('đơn đề nghị.pdf'))
  const upload = page.getByRole('button', { name: 'Tải tệp lên' })
  if (javaScriptEnabled) {
    await drop(page.locator('#tep .drop'), 'bản vẽ.pdf')
    await expect(page.locator('#tep .drop__chosen')).toContainText('bản vẽ.pdf')
    await expectProgress(page, () => upload.click())
  } else {
    await page.locator('#tep input[type=file]').setInputFiles(scan('bản vẽ.pdf'))
    await upload.click()
  }
  const files = page.getByRole('table', { name: 'Tệp đã tải lên' })
  await expect(files).toContainText('đơn đề nghị.pdf')
  await expect(files).toContainText('bản vẽ.pdf')
  await expect(first.first()).toHaveValue('2')

  await page.getByRole('button', { name: 'Kiểm tra và xem ngày hẹn trả' }).click()
  await expect(page.getByRole('alert')).toContainText('Thiếu “')
  await expect(page.locator('#giay-to')).toContainText('Thiếu giấy tờ này.')
  await expect(first.first()).toHaveValue('2')
  if (javaScriptEnabled) {
    await look(browser, page)
    await picture(page, 'tiep-nhan-3-thanh-phan', page.locator('#giay-to'))
  }
  await page.getByRole('button', { name: 'Đủ theo quy định' }).click()
  await page.getByRole('button', { name: 'Kiểm tra và xem ngày hẹn trả' }).click()
  await expect(page.locator('main')).toContainText('1 tệp của cả hồ sơ')
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã tiếp nhận hồ sơ')
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await page.getByRole('link', { name: 'Thành phần', exact: true }).click()
  await expect(page.getByRole('row', { name: /đơn đề nghị\.pdf/ })).toBeVisible()
})

test('the line drops, the session ends: what was typed is still there', async ({ page, context, javaScriptEnabled }) => {
  await signIn(page, 'tiepnhan1')
  await page.goto('/tiep-nhan')
  await page.getByLabel('Tìm chủ hồ sơ').fill(KNOWN.identifier)
  await page.getByLabel('Tìm chủ hồ sơ').press('Enter')
  await page.getByLabel('Tìm thủ tục').fill(PROCEDURE)
  await page.getByLabel('Tìm thủ tục').press('Enter')
  await page.getByRole('button', { name: 'Đủ theo quy định' }).click()
  const subject = page.getByLabel('Nội dung yêu cầu giải quyết')
  const check = page.getByRole('button', { name: 'Kiểm tra và xem ngày hẹn trả' })
  await subject.fill('Đoàn 20 người, ngày 12/12')
  if (javaScriptEnabled) {
    await context.setOffline(true)
    await check.click()
    await expect(page.getByRole('alert')).toContainText('Chưa gửi được vì mất kết nối')
    await picture(page, 'mat-ket-noi', subject)
    await context.setOffline(false)
    await page.locator('#tep input[type=file]').setInputFiles(scan('ảnh.pdf'))
  }
  await context.clearCookies()
  await check.click()
  const [tab] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: /Đăng nhập ở thẻ mới/ }).click()])
  await signIn(tab, 'tiepnhan1')
  await tab.close()
  if (javaScriptEnabled) await check.click()
  else await page.reload()
  await expect(page.getByRole('button', { name: 'Tiếp nhận hồ sơ' })).toBeFocused()
  await expect(page.locator('main')).toContainText('Đoàn 20 người, ngày 12/12')
})

/** The receipt that the page prints: form 01 with the code in words, in bars and in the square. */
async function expectReceipt(page: Page, owner: string): Promise<void> {
  const action = await page.locator('form[action*="/giay-to/"]').getAttribute('action')
  const code = /H[\d.]+-\d{6}-\d{4}/.exec(action ?? '')?.[0] ?? ''
  const answer = await page.request.post(action ?? '', { headers: { 'sec-fetch-site': 'same-origin' } })
  const bytes = await answer.body()
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const [sheet] = await readPdf(bytes)
  expect(sheet?.text).toContain(code)
  expect(sheet?.text).toContain(owner)
  const symbols = await readPageBarcodes(bytes)
  expect(symbols.get('Code128')).toBe(code)
  expect(symbols.get('QRCode')).toContain(`/tra-cuu/${code}`)
}

const scan = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdf(name)) })
/** Each its own content, as scans have. */
const pdf = (name: string) => `%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`

async function drop(box: Locator, name: string): Promise<void> {
  const dataTransfer = await box.page().evaluateHandle(
    ([title = '', content = '']) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], title, { type: 'application/pdf' }))
      return transfer
    },
    [name, pdf(name)],
  )
  await box.dispatchEvent('drop', { dataTransfer })
}

/** While the files are on their way, a bar says so. */
async function expectProgress(page: Page, send: () => Promise<void>): Promise<void> {
  let arrive = () => {}
  const seen = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/tiep-nhan/*', async (route) => {
    await seen
    await route.continue()
  })
  await send()
  await expect(page.getByRole('progressbar', { name: 'Đang gửi tệp' })).toBeVisible()
  arrive()
  await expect(page.getByRole('progressbar', { name: 'Đang gửi tệp' })).toBeHidden()
  await page.unroute('**/tiep-nhan/*')
}
