/** The ways in which a dossier ends under the law, each act by whose it is; what leads up to it goes through the API. */
import { expect, type Page } from '@playwright/test'
import { type Dossiers, dossiersOf } from './dossiers.ts'
import { look } from './look.ts'
import { test } from './program.ts'
import { enter, enterForTheFirstTime } from './sign-in.ts'

const LEADER = 'lanhdao.vhttdl'
const SPECIALIST = 'chuyenvien.vhttdl'
const AGENCIES = [
  { name: 'Sở Xây dựng', head: 'truongphong.xd' },
  { name: 'Sở Y tế', head: 'truongphong.yt' },
  { name: 'Sở Tài chính', head: 'truongphong.tc' },
]
const DAY = 86_400_000

let dossiers: Dossiers
test.beforeEach(async ({ page }) => {
  dossiers = await dossiersOf(page)
})

test('an online filing is not accepted: the desk says why with form 03', async ({ page, browser }) => {
  const code = await dossiers.fileOnline()
  await enter(page, 'tiepnhan1')
  await page.goto(`/cho-tiep-nhan/${code}`)
  await look(browser, page)
  await page.getByRole('link', { name: 'Từ chối tiếp nhận hồ sơ trực tuyến' }).click()
  await page.getByLabel('Lý do').selectOption({ index: 1 })
  await page.getByLabel('Nội dung cụ thể').fill('Thủ tục do cơ quan khác giải quyết.')
  await press(page, 'Từ chối tiếp nhận hồ sơ trực tuyến')
  await expect(page.locator('main')).toContainText('Không tiếp nhận')
  await expectPrinted(page, code, /từ chối/i)
})

test('a supplement is asked for and brought: a new receipt, then the result', async ({ page, browser }) => {
  const code = await dossiers.inAppraisal()
  const before = await dossiers.read(code)
  await act(page, LEADER, code, 'Yêu cầu bổ sung sau tiếp nhận')
  await look(browser, page)
  await page.getByRole('checkbox').first().check()
  await page
    .getByLabel(/^Lý do/)
    .first()
    .selectOption({ index: 1 })
  await page.getByLabel('Phải bổ sung, sửa gì').first().fill('Đơn thiếu chữ ký của người đại diện.')
  await press(page, 'Yêu cầu bổ sung sau tiếp nhận')
  await expect(page.locator('main')).toContainText('Chờ bổ sung (sau tiếp nhận)')

  await act(page, 'tiepnhan1', code, 'Tiếp nhận hồ sơ bổ sung')
  await expect(page.locator('main')).toContainText('Đơn thiếu chữ ký của người đại diện.')
  await page.getByLabel('Đã bổ sung, đúng quy định').check()
  await press(page, 'Tiếp nhận hồ sơ bổ sung')
  await expect(page.getByRole('status').first()).toContainText('Ngày hẹn mới')
  const after = await dossiers.read(code)
  expect(after.state).toBe('IN_APPRAISAL')
  expect(after.originalDueAt).toBe(before.dueAt)
  expect(Date.parse(after.dueAt)).toBeGreaterThanOrEqual(Date.parse(before.dueAt))
  await expectPrinted(page, code, /hẹn trả kết quả/i)
  await dossiers.goTo(code, 'return')
  await giveBack(page, code)
})

test('withdrawn: the desk records the wish, its head confirms, form 05 is printed', async ({ page, browser }) => {
  const code = await dossiers.receive()
  await act(page, 'tiepnhan1', code, 'Đề nghị rút hồ sơ')
  await page.getByLabel('Lý do').selectOption({ index: 1 })
  // Whoever asks must be known: the refusal stands at its field, what was typed stays.
  await page.getByRole('button', { name: 'Đề nghị rút hồ sơ' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByLabel('Đã xác định người đề nghị').check()
  await press(page, 'Đề nghị rút hồ sơ')
  await expect(page.locator('main')).toContainText('Yêu cầu rút hồ sơ')

  await act(page, 'giamdoc.tt', code, 'Dừng giải quyết theo đề nghị')
  await look(browser, page)
  await press(page, 'Dừng giải quyết theo đề nghị')
  await expect(page.locator('main')).toContainText('Dừng theo đề nghị của người nộp')
  await expectPrinted(page, code, /dừng giải quyết hồ sơ/i)
})

test('refused after appraisal by the leader, and returned at the counter like a result', async ({ page, browser }) => {
  const code = await dossiers.inAppraisal()
  await act(page, LEADER, code, 'Từ chối giải quyết (có văn bản)')
  await look(browser, page)
  await page.getByLabel('Lý do').selectOption({ index: 1 })
  await page.getByLabel('Nội dung từ chối').fill('Không đủ diện tích theo quy định.')
  await page.getByLabel('Căn cứ pháp lý').fill('Khoản 2 Điều 15 Nghị định số 144/2020/NĐ-CP')
  await press(page, 'Từ chối giải quyết (có văn bản)')
  await expect(page.locator('main')).toContainText('Từ chối giải quyết (có văn bản), chờ trả')
  await giveBack(page, code)
  await expect(page.locator('main')).toContainText('Từ chối giải quyết')
})

test('what cannot be settled is stopped by the leader with form 05', async ({ page, browser }) => {
  const code = await dossiers.receive()
  await act(page, LEADER, code, 'Dừng hồ sơ không xử lý được')
  await look(browser, page)
  await page.getByLabel('Lý do').selectOption({ index: 1 })
  await page.getByLabel('Nội dung cụ thể').fill('Đối tượng của thủ tục không còn.')
  await press(page, 'Dừng hồ sơ không xử lý được')
  await expect(page.locator('main')).toContainText('Không xử lý được')
  await expectPrinted(page, code, /dừng giải quyết hồ sơ/i)
})

test('extended with an apology: the date promised first and the new one stand side by side', async ({ page, browser }) => {
  const code = await dossiers.inAppraisal()
  const { dueAt } = await dossiers.read(code)
  await act(page, LEADER, code, 'Xin lỗi, gia hạn thời gian giải quyết')
  await look(browser, page)
  await page.getByLabel('Lý do').selectOption({ index: 1 })
  await page.getByLabel('Nội dung cụ thể').fill('Cần lấy thêm ý kiến chuyên gia.')
  // The same day of a later week; where that is a holiday, the field says so and the rest stays.
  const done = page.getByRole('status').filter({ hasText: 'Đã ghi nhận' })
  for (let week = 1; week <= 5 && !(await done.isVisible()); week++) {
    await page.getByLabel('Ngày hẹn mới').fill(new Date(Date.parse(dueAt) + week * 7 * DAY).toISOString().slice(0, 10))
    await page.getByRole('button', { name: 'Xin lỗi, gia hạn thời gian giải quyết' }).click()
    await expect(done.or(page.getByRole('alert').first())).toBeVisible()
  }
  const after = await dossiers.read(code)
  expect(after.originalDueAt).toBe(dueAt)
  for (const date of [dueAt, after.dueAt]) await expect(page.locator('main')).toContainText(dayOf(date))
  await expectPrinted(page, code, /xin lỗi/i)
})

test('posted and delivered', async ({ page, browser }) => {
  const code = await dossiers.inAppraisal({ returnMethod: 'post', returnAddress: 'Số 1, thôn Minh Họa' })
  await dossiers.goTo(code, 'return')
  await act(page, 'traketqua1', code, 'Giao bưu chính công ích')
  await look(browser, page)
  await expect(page.getByLabel('Địa chỉ nhận')).toHaveValue('Số 1, thôn Minh Họa')
  await page.getByLabel('Số hiệu bưu gửi').fill(`eb${code.replace(/\D/g, '').slice(-9)}vn`)
  const enclosed = page.getByLabel('Không còn bản chính nào đã thu để đối chiếu phải trả')
  if (await enclosed.isVisible()) await enclosed.check()
  await press(page, 'Giao bưu chính công ích')
  await expect(page.locator('main')).toContainText('Đang chuyển trả qua bưu chính công ích')
  await page.getByRole('link', { name: 'Bưu chính đã phát' }).click()
  await page.getByLabel('Người ký nhận trên báo phát').fill('Nguyễn Thị Nhận')
  await press(page, 'Bưu chính đã phát')
  await expect(page.locator('main')).toContainText('Đã trả kết quả')
  expect((await dossiers.read(code)).state).toBe('RESULT_RETURNED')
})

test('liên thông over three agencies: two answer, the lead goes on without the third, with its reason', async ({ page, browser }) => {
  const code = await dossiers.inAppraisal()
  await act(page, SPECIALIST, code, 'Chuyển xử lý liên thông')
  for (const [at, agency] of AGENCIES.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Thêm cơ quan' }).click()
    const group = page.getByRole('group', { name: `Cơ quan ${at + 1}`, exact: true })
    const option = group.getByRole('option', { name: agency.name }).first()
    await group.getByLabel('Cơ quan trong hệ thống').selectOption((await option.getAttribute('value')) ?? '')
    await group.getByLabel('Nội dung đề nghị').fill(`Đề nghị ${agency.name} thực hiện phần việc của mình.`)
    await group.getByLabel('Thời hạn').fill('1')
  }
  await look(browser, page)
  await press(page, 'Chuyển xử lý liên thông')
  await expect(page.locator('main')).toContainText('Đang thực hiện liên thông')

  for (const { head } of AGENCIES.slice(0, 2)) {
    await enterForTheFirstTime(page, head)
    await page.goto('/lien-thong')
    await page.getByRole('link', { name: code }).first().click()
    // Its own part only: no other agency, no owner.
    await expect(page.locator('main')).not.toContainText('Nguyễn Ngọc Linh')
    await page.getByLabel('Nội dung trả lời').fill('Đã thực hiện xong.')
    await page.getByRole('button', { name: 'Gửi trả lời' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Đã gửi trả lời' })).toBeVisible()
  }

  await enter(page, SPECIALIST)
  await page.goto(`/ho-so/${code}`)
  await look(browser, page)
  for (const { name } of AGENCIES) await expect(page.locator('main')).toContainText(name)
  await act(page, SPECIALIST, code, 'Nhận kết quả liên thông')
  await page.getByLabel('Lý do không chờ tiếp').fill('Đã đủ căn cứ để thẩm định.')
  await press(page, 'Nhận kết quả liên thông')
  expect((await dossiers.read(code)).state).toBe('IN_APPRAISAL')
})

/** As this officer, on the form of an act that the dossier's page offers. */
async function act(page: Page, username: string, code: string, name: string): Promise<void> {
  await enter(page, username)
  await page.goto(`/ho-so/${code}`)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /^\s*Đã / })).toBeVisible()
}

async function giveBack(page: Page, code: string): Promise<void> {
  await enter(page, 'traketqua1')
  await page.goto(`/ho-so/${code}`)
  await page.getByLabel('Căn cứ nhận').selectOption({ label: 'Giấy tiếp nhận hồ sơ' })
  const originals = page.getByRole('group', { name: 'Bản chính trả lại' }).getByRole('checkbox')
  if ((await originals.count()) > 0) await originals.first().check()
  await press(page, 'Trả kết quả')
  await expect(page.locator('main')).toContainText('10. Đã trả kết quả')
}

/** The paper of this name lies with the dossier, and the button prints it. */
async function expectPrinted(page: Page, code: string, name: RegExp): Promise<void> {
  await page.goto(`/ho-so/${code}?phan=giay-to`)
  const action = await page.locator('main').getByRole('row', { name }).locator('form').first().getAttribute('action')
  const answer = await page.request.post(action ?? '', { headers: { 'sec-fetch-site': 'same-origin' } })
  expect((await answer.body()).subarray(0, 5).toString(), `${name} of ${code}`).toBe('%PDF-')
}

/** As the pages write it, in Vietnam. */
const dayOf = (instant: string): string =>
  new Date(instant).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' })
