/** The administrator's pages of internal processes, through the real server, without scripts. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'

const app = await testApp()
const browser = browsing(app.server)
const PASSWORD = 'MotCua#2026'
const desk = await aDesk(app)
/** Three working days: 24 hours, less than the general line's 30. */
const procedure = await aProcedure(app, desk, { channels: [{ channel: 'counter', limitAmount: 3 }] })

beforeAll(async () => {
  expect((await browser.signIn('kiemsoat', PASSWORD)).status).toBe(200)
})

const address = `/quy-trinh/${procedure.code}`

describe('list', () => {
  test('shows the general line, and finds a procedure without accents', async () => {
    const list = await browser.open('/quy-trinh')
    expect(list.status).toBe(200)
    expect(list.html).toContain('/quy-trinh/chung')
    const found = await browser.open('/quy-trinh?q=thu+nghiem+so')
    expect(found.html).toContain(address)
    expect(found.html).toContain('Dùng quy trình chung')
    expect((await browser.open('/quy-trinh?q=khong+co+thu+tuc+nay')).html).toContain('Không có thủ tục nào khớp')
  })

  test('is not for a receptionist', async () => {
    const other = browsing(app.server)
    await other.signIn('tiepnhan1', PASSWORD)
    expect((await other.open('/quy-trinh')).status).toBe(403)
  })
})

describe('one line', () => {
  test('a procedure without a line shows the general one and warns that it is too long', async () => {
    const { html } = await browser.open(address)
    expect(html).toContain('chưa có quy trình riêng')
    expect(html).toContain('30 giờ làm việc')
    expect(html).toContain('3 ngày làm việc (trực tiếp), tương ứng 24 giờ làm việc')
    expect(html).toContain('dài hơn thời hạn ngắn nhất')
  })

  test('an unknown procedure is not found', async () => {
    expect((await browser.open('/quy-trinh/9.000000')).status).toBe(404)
  })
})
