/**
 * An installation without the demonstration (`MOTCUA_DEMO=0`): from the first administrator to a returned result, everything set up by the pages alone,
 * without scripts. Whatever an administrator would miss here, she would miss in a real province.
 */
import { describe, expect, test } from 'vitest'
import { readActions } from '../src/modules/dossier/index.ts'
import { prepareSetUp } from '../src/modules/identity/index.ts'
import { testApp } from './support/app.ts'
import { type Browser, browserOf } from './support/browser.ts'
import { browsing } from './support/browsing.ts'
import { takeStep } from './support/take-step.ts'

const app = await testApp('empty')
const { database } = app.services
const visitor = browsing(app.server)
const PASSWORD = 'Gió biển 2026'

const unitId = async (code: string) =>
  (await database.selectFrom('unit').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
const officerId = async (username: string) =>
  (await database.selectFrom('officer').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id
const roleId = async (code: string) =>
  (await database.selectFrom('role').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

const setUpForm = {
  unitName: 'Ủy ban nhân dân tỉnh Thử Nghiệm',
  unitKind: 'province',
  agencyCode: 'H99',
  fullName: 'Lê Thị Quản Trị',
  username: 'quantri',
  password: PASSWORD,
  again: PASSWORD,
}

describe('an empty system', () => {
  let administrator: Browser
  let controller: Browser
  let dossier: { code: string; id: number }

  test('is set up once, with the code of the console; what is wrong is said at its field', async () => {
    const code = (await prepareSetUp(database, app.clock.now())) ?? ''
    const wrong = await visitor.send('/thiet-lap', { ...setUpForm, code, agencyCode: 'H99!' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Mã định danh gồm các nhóm')
    expect(wrong.html).toContain('Lê Thị Quản Trị')
    expect((await visitor.send('/thiet-lap', { ...setUpForm, code })).path).toBe('/dang-nhap')
    const home = await visitor.open('/')
    expect(home.html).toContain(setUpForm.unitName)
    administrator = await browserOf(app, await officerId('quantri'))
  })

  test('every page says whose it is, as the administrator writes it', async () => {
    const page = await administrator.get('/tham-so')
    const refused = await administrator.press(page, 'Lưu tham số', { name: '', email: 'khong-phai-thu', nearDueHours: '0' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Hãy điền tên cơ quan')
    expect(refused.text).toContain('Từ 1 giờ trở lên')
    expect(refused.html).toContain('khong-phai-thu')
    await administrator.press(page, 'Lưu tham số', {
      name: 'Trung tâm Phục vụ hành chính công tỉnh Thử Nghiệm',
      owner: 'Văn phòng UBND tỉnh',
      responsiblePerson: 'Bà Lê Thị Quản Trị',
      address: 'Số 1, đường Thử',
      phone: '0232 111 222',
      email: 'motcua@thu.example.vn',
      notice: 'Bảo trì lúc 22:00',
      noticeEn: 'Maintenance at 22:00',
      nearDueHours: '48',
    })
    const { html } = await visitor.open('/thu-tuc')
    for (const told of ['Trung tâm Phục vụ hành chính công tỉnh Thử Nghiệm', 'Bà Lê Thị Quản Trị', '0232 111 222', 'Bảo trì lúc 22:00'])
      expect(html).toContain(told)
    await visitor.open('/ngon-ngu?den=en&ve=/')
    expect((await visitor.open('/')).html).toContain('Maintenance at 22:00')
    const trail = await database.selectFrom('audit').select('detail').where('name', '=', 'system.settings').executeTakeFirstOrThrow()
    expect(trail.detail).toMatchObject({ before: { nearDueHours: 24 }, after: { nearDueHours: 48 } })
  })

  test('units, officers and roles are entered', async () => {
    const add = async (parent: string, unit: Record<string, string>) => {
      const page = await administrator.get(`/to-chuc/${await unitId(parent)}/them`)
      const done = await administrator.press(page, 'Thêm đơn vị', { level: 'province', ...unit })
      expect(done.url, unit.name).toBe(`/to-chuc/${await unitId(unit.code ?? '')}`)
    }
    await add('ROOT', { code: 'TT', name: 'Trung tâm Phục vụ hành chính công', kind: 'centre', agencyCode: 'H99.40' })
    await add('ROOT', { code: 'SO', name: 'Sở Thử Nghiệm', kind: 'department', agencyCode: 'H99.01' })
    await add('SO', { code: 'SO.P1', name: 'Phòng Chuyên môn', kind: 'division' })
    const officers: [username: string, unit: string, role: string][] = [
      ['tiepnhan', 'TT', 'receptionist'],
      ['traketqua', 'TT', 'return-officer'],
      ['truongphong', 'SO.P1', 'division-head'],
      ['chuyenvien', 'SO.P1', 'specialist'],
      ['giamdoc', 'SO', 'agency-leader'],
      ['vanthu', 'SO', 'clerk'],
      ['kiemsoat', 'ROOT', 'procedure-controller'],
    ]
    for (const [username, unit, role] of officers) {
      const added = await administrator.press(await administrator.get('/can-bo/them'), 'Thêm cán bộ', {
        username,
        fullName: `Cán Bộ ${username}`,
        homeUnitId: String(await unitId(unit)),
      })
      expect(added.text, username).toContain('Mật khẩu chỉ hiện một lần')
      const given = await administrator.press(await administrator.get(`/can-bo/${await officerId(username)}/vai-tro`), 'Giao vai trò', {
        roleId: String(await roleId(role)),
        unitId: String(await unitId(unit)),
        validFrom: app.today(),
      })
      expect(given.url, username).toBe(`/can-bo/${await officerId(username)}`)
    }
    controller = await browserOf(app, await officerId('kiemsoat'))
  })

  test('a procedure is written, published and offered', async () => {
    const start = await controller.press(await controller.get('/danh-muc/them'), 'Thêm và soạn nội dung', {
      nationalCode: '1.000001',
      name: 'Thủ tục đầu tiên',
    })
    await controller.press(start, 'Lưu bản nháp', {
      fieldName: 'Lĩnh vực thử',
      levels: ['province'],
      serviceLevel: 'full',
      subjects: 'Công dân Việt Nam',
      executingAgencies: 'Sở Thử Nghiệm',
      decidingAgency: 'Sở Thử Nghiệm',
      manner: 'Nộp trực tiếp.',
      steps: 'Nộp hồ sơ.\n\nNhận kết quả.',
      sets: '1',
      results: 'Giấy phép',
      legalBasis: '01/2026/TT | Thông tư',
    })
    const blank = await controller.get('/danh-muc/1.000001/soan/truong-hop/1')
    const withPaper = await controller.press(blank, 'Thêm giấy tờ', {
      'counter.on': 'on',
      'counter.limitAmount': '5',
      'counter.limitUnit': 'working-day',
    })
    await controller.press(withPaper, 'Lưu trường hợp', {
      'components.0.name': 'Đơn đề nghị',
      'components.0.originals': '1',
      'components.0.isRequired': 'on',
    })
    const published = await controller.press(await controller.get('/danh-muc/1.000001/cong-khai'), 'Công khai', {
      decisionNumber: '1/QĐ-UBND',
      decisionDate: app.today(),
      effectiveDate: app.today(),
    })
    expect(published.url).toBe('/danh-muc/1.000001')
    const offered = await controller.press(await controller.get('/danh-muc/1.000001/noi-tiep-nhan'), 'Giao đơn vị', {
      receivingUnitId: String(await unitId('TT')),
      settlingUnitId: String(await unitId('SO.P1')),
      channels: ['counter'],
    })
    expect(offered.status).toBe(200)
    expect((await visitor.open('/thu-tuc?q=dau+tien')).html).toContain('/thu-tuc/1.000001')
  })

  test('without a process nothing is received; the general one is proposed and published', async () => {
    const desk = await browserOf(app, await officerId('tiepnhan'))
    expect((await receive(desk)).text).toContain('chưa có quy trình nội bộ')
    const list = await controller.get('/quy-trinh')
    expect(list.text).toContain('Chưa có quy trình nào')
    expect((await controller.get('/quy-trinh/1.000001')).text).toContain('Chưa có quy trình nào')
    const begin = await controller.get('/quy-trinh/chung/thiet-ke')
    expect(begin.status).toBe(200)
    const drawn = await controller.press(begin, 'Bắt đầu vẽ')
    expect(drawn.text).toContain('Không còn lỗi: quy trình công bố được.')
    const decided = { decision: '2/QĐ-UBND', decisionDate: app.today() }
    const preview = await controller.press(await controller.get('/quy-trinh/chung/cong-bo'), 'Xem trước khi công bố', decided)
    const saved = await controller.press(preview, 'Công bố phiên bản 1')
    expect(saved.url).toBe('/quy-trinh/chung')
    expect(saved.text).toContain('Phiên bản 1')
    expect((await controller.get('/quy-trinh?q=dau+tien')).text).toContain('Dùng quy trình chung')
  })

  test('a dossier is received, settled and returned', async () => {
    const page = await receive(await browserOf(app, await officerId('tiepnhan')))
    const code = /H99\.40-\d{6}-\d{4}/.exec(page.text)?.[0] ?? ''
    expect(page.text).toContain(`Đã tiếp nhận hồ sơ ${code}`)
    const { id } = await database.selectFrom('dossier').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    dossier = { code, id }
    const kinds: string[] = []
    while ((await readActions(database, id)).every(({ fact }) => fact.kind !== 'result-returned'))
      kinds.push((await takeStep(app, id)).kind)
    expect(kinds).toEqual(['assignment', 'appraisal', 'review', 'signature', 'issue', 'return'])
    expect((await visitor.open(`/tra-cuu/${dossier.code}`)).html).toContain(dossier.code)
  })

  async function receive(desk: Browser) {
    let page = await desk.press(await desk.get('/tiep-nhan'), 'Enter', { 'owner.find': 'Nguyễn Văn Đầu Tiên' })
    page = await desk.press(page, 'Dùng thông tin này')
    page = await desk.press(page, 'Enter', { 'procedure.find': '1.000001' })
    page = await desk.press(page, 'Đủ theo quy định')
    page = await desk.press(page, 'Enter')
    return page.text.includes('Hẹn trả kết quả: ') ? desk.press(page, 'Enter') : page
  }
})
