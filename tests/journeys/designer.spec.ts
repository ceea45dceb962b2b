/** The designer: from nothing to a published process in one sitting, with scripts and without. */
import { type Browser, expect, type Page } from '@playwright/test'
import { look } from './look.ts'
import { picture } from './picture.ts'
import { test } from './program.ts'
import { signIn } from './sign-in.ts'

/** Of the demonstration; each run draws for a procedure of its own. */
const PROCEDURES = { 'with-javascript': 'cấp giấy phép', 'without-javascript': 'thông báo' }

interface Part {
  name: string
  kind: string
  lane: string
  hours: string
}
const STEPS: Part[] = [
  { name: 'Tiếp nhận hồ sơ', kind: 'Tiếp nhận', lane: 'Bộ phận Một cửa', hours: '1' },
  { name: 'Thẩm định hồ sơ', kind: 'Thẩm định', lane: 'Chuyên viên', hours: '2,5' },
  { name: 'Ký duyệt', kind: 'Ký duyệt', lane: 'Lãnh đạo', hours: '1' },
  { name: 'Phát hành', kind: 'Phát hành', lane: 'Chuyên viên', hours: '0,5' },
  { name: 'Trả kết quả', kind: 'Trả kết quả', lane: 'Bộ phận Một cửa', hours: '1' },
]

test('from nothing to a published process', async ({ page, browser, javaScriptEnabled }) => {
  await signIn(page, 'kiemsoat')
  const project = test.info().project.name as keyof typeof PROCEDURES
  await page.goto(`/quy-trinh?q=${encodeURIComponent(PROCEDURES[project])}`)
  await page.locator('main tr').filter({ hasText: 'Dùng quy trình chung' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Lập quy trình riêng' }).click()
  await look(browser, page)
  await page.getByLabel('Tên quy trình').fill('Quy trình vẽ trong một buổi')
  await page.getByText('Sơ đồ trống').click()
  await page.getByRole('button', { name: 'Bắt đầu vẽ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Thiết kế' })).toBeVisible()

  await page.getByRole('link', { name: 'Vai trò thực hiện' }).click()
  const lanes: [string, string, string][] = [
    ['Bộ phận Một cửa', 'Cán bộ tiếp nhận', 'Nơi tiếp nhận'],
    ['Chuyên viên', 'Chuyên viên thụ lý', 'Nơi giải quyết'],
    ['Lãnh đạo', 'Lãnh đạo cơ quan', 'Nơi giải quyết'],
  ]
  for (const [at, [name, role, place]] of lanes.entries()) {
    await page.getByRole('button', { name: 'Thêm vai trò' }).click()
    const row = page.getByRole('group', { name: `Vai trò ${at + 1}`, exact: true })
    await row.getByLabel('Tên vai trò trong quy trình').fill(name)
    await row.getByLabel('Vai trò của hệ thống').selectOption({ label: role })
    await row.getByLabel('Nơi làm').selectOption({ label: place })
  }
  await save(page)
  await picture(page, 'vai-tro-quy-trinh', page.locator('#bang'))

  await select(page, 'Bắt đầu')
  for (const step of STEPS) {
    await page.getByRole('button', { name: 'Thêm vào sau' }).click()
    await expect(page.getByRole('heading', { name: 'Bước xử lý: (chưa đặt tên)' })).toBeVisible()
    await fill(page, step)
  }
  await save(page)
  await expect(page.getByText('Không còn lỗi: quy trình công bố được.')).toBeVisible()
  await picture(page, 'thiet-ke-quy-trinh', page.locator('.designer'))
  await look(browser, page)

  await select(page, 'Thẩm định hồ sơ')
  await page.getByLabel('Loại phần tử').selectOption({ label: 'Rẽ nhánh theo điều kiện' })
  await page.getByRole('button', { name: 'Thêm vào sau' }).click()
  await page.getByLabel('Tên', { exact: true }).fill('Đủ điều kiện?')
  await save(page)
  await expect(page.locator('#kiem-tra')).toContainText('cần điều kiện')
  await picture(page, 'kiem-tra-quy-trinh', page.locator('#kiem-tra'))
  await page.locator('#kiem-tra').getByRole('link', { name: 'Đủ điều kiện? → (chưa đặt tên)' }).first().click()
  await look(browser, page)
  await page.getByRole('button', { name: 'Thêm điều kiện' }).click()
  await page.getByLabel('Giá trị').selectOption({ label: 'không đủ điều kiện' })
  await picture(page, 're-nhanh-quy-trinh', page.locator('.designer'))
  await save(page)
  await page.locator('#kiem-tra').getByRole('link', { name: '(chưa đặt tên)' }).first().click()
  await fill(page, { name: 'Hỏi ý kiến', kind: 'Thẩm định', lane: 'Chuyên viên', hours: '1' })
  await save(page)
  await expect(page.getByText('Không còn lỗi: quy trình công bố được.')).toBeVisible()
  await look(browser, page)

  // Taken back and done again.
  await page.getByRole('button', { name: 'Xóa bước này' }).click()
  await expect(page.locator('#so-do')).not.toContainText('Hỏi ý kiến')
  if (javaScriptEnabled) await page.keyboard.press('Control+z')
  else await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.locator('#so-do')).toContainText('Hỏi ý kiến')
  if (javaScriptEnabled) await expect(page.getByRole('status').filter({ hasText: 'Đã lưu lúc' })).toBeVisible()

  if (javaScriptEnabled) await drawByPointer(page)
  await tryOut(page, browser)

  await page.getByRole('link', { name: 'Công bố phiên bản' }).click()
  await page.getByLabel('Số quyết định').fill('36/QĐ-UBND')
  await page.getByLabel('Ngày ký quyết định').fill(await page.getByLabel('Áp dụng từ').inputValue())
  await look(browser, page)
  await page.getByRole('button', { name: 'Xem trước khi công bố' }).click()
  await expect(page.locator('main')).toContainText('Không có hồ sơ nào đang chạy trên các phiên bản trước.')
  await picture(page, 'cong-bo-quy-trinh')
  await page.getByRole('button', { name: 'Công bố phiên bản 1' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Đã công bố phiên bản 1' })).toBeVisible()
  await look(browser, page)
})

/** A kind dragged onto a way is put there, a dot dragged to another step connects them, and both are taken back. */
async function drawByPointer(page: Page): Promise<void> {
  const shapes = page.locator('#so-do a.process-shape')
  const before = await shapes.count()
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await page.mouse.up()
  }
  const boxOf = async (name: string) => {
    const shape = page.locator('#so-do').getByRole('link', { name: new RegExp(`^${name}`) })
    await shape.scrollIntoViewIfNeeded()
    const box = await shape.boundingBox()
    if (!box) throw new Error(name)
    return box
  }
  const middle = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
    x: x + width / 2,
    y: y + height / 2,
  })
  const appraisal = await boxOf('Thẩm định hồ sơ')
  const kind = await page.locator('[data-kind=step]').boundingBox()
  if (!kind) throw new Error('No palette')
  await drag(middle(kind), middle(appraisal))
  await expect(shapes).toHaveCount(before + 1)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(shapes).toHaveCount(before)
  const signature = await boxOf('Ký duyệt')
  const end = await page
    .locator('#so-do')
    .getByRole('link', { name: /^Thẩm định hồ sơ/ })
    .boundingBox()
  if (!end) throw new Error('No appraisal')
  // The dot lies on the step's right edge.
  const from = { x: signature.x + signature.width - 9, y: signature.y + signature.height / 2 }
  await page.mouse.move(from.x - 20, from.y)
  await drag(from, middle(end))
  await expect(page.getByRole('status').filter({ hasText: /Đã nối/ })).toBeVisible()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByText('Không còn lỗi: quy trình công bố được.')).toBeVisible()
}

/** A trial dossier lives on the drawing: while what it asserts is not so, nothing is published. Ends on the designer's page. */
async function tryOut(page: Page, browser: Browser): Promise<void> {
  const design = page.url().replace(/[?#].*/, '')
  await page.getByRole('link', { name: 'Kịch bản thử' }).click()
  await page.getByRole('link', { name: 'Lập kịch bản thử' }).click()
  await page.getByLabel('Tên kịch bản').fill('Đủ điều kiện, trình ký')
  for (const [place, unit] of Object.entries({
    'Nơi tiếp nhận': /Trung tâm Phục vụ hành chính công tỉnh/,
    'Cơ quan giải quyết': /Sở Công Thương/,
  })) {
    const choices = page.getByLabel(place)
    const option = choices.locator('option', { hasText: unit }).first()
    await choices.selectOption((await option.getAttribute('value')) ?? '')
  }
  await page.getByRole('button', { name: 'Lập kịch bản thử' }).click()
  await page.getByText('Khẳng định khác với điều đang thấy').click()
  const expected = page.getByRole('form', { name: 'Khẳng định một trạng thái khác' })
  await expected.getByRole('combobox').selectOption({ label: 'Chờ ký duyệt' })
  await expected.getByRole('button').click()
  await expect(page.locator('main')).toContainText('Kịch bản này không đạt')
  const trial = page.url()
  await page.goto(design.replace(/thiet-ke$/, 'cong-bo'))
  await expect(page.locator('main')).toContainText('Chưa công bố được: còn kịch bản thử không đạt')

  await page.goto(trial)
  await page.getByRole('button', { name: 'Bỏ Trạng thái: Chờ ký duyệt' }).click()
  await page.getByRole('button', { name: 'Lập dự thảo kết quả' }).click()
  await page.getByRole('button', { name: 'Hoàn thành bước “Thẩm định hồ sơ”, đủ điều kiện' }).click()
  await page.getByRole('checkbox', { name: 'Trạng thái: Chờ ký duyệt' }).check()
  await page.getByRole('form', { name: 'Những gì đang thấy' }).getByRole('button').click()
  await expect(page.locator('#dien-bien')).toContainText('Đạt')
  await expect(page.locator('main')).not.toContainText('Kịch bản này không đạt')
  await picture(page, 'thu-quy-trinh', page.locator('#viec'))
  await look(browser, page)
  await page.goto(design)
}

/** In the list in words, as with the keyboard. */
async function select(page: Page, name: string): Promise<void> {
  const link = page.locator('.process-outline').getByRole('link', { name, exact: true })
  // Once opened it stays open while the browser draws.
  if (!(await link.isVisible())) await page.getByText('Quy trình bằng chữ').click()
  await link.click()
}

async function fill(page: Page, { name, kind, lane, hours }: Part): Promise<void> {
  await page.getByLabel('Tên', { exact: true }).fill(name)
  await page.getByLabel('Loại bước').selectOption({ label: kind })
  await page.getByLabel('Vai trò thực hiện').selectOption({ label: lane })
  await page.getByLabel('Thời hạn', { exact: true }).fill(hours)
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
}
