/** Sign-in and administration through the real server on a real database, with real sessions and without a script. */
import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import { createIdentify } from '#modules/identity/index.ts'
import { createServer } from '#platform/http/server.ts'
import { testApp } from '../../../tests/support/app.ts'
import { renderError } from '../error-page.tsx'
import { routes as officers } from './can-bo/page.tsx'
import { routes as signIn } from './dang-nhap/page.tsx'
import { routes as signOut } from './dang-xuat/page.ts'
import { routes as tokens } from './ma-truy-cap/page.tsx'
import { routes as password } from './mat-khau/page.tsx'
import { routes as trail } from './nhat-ky/page.tsx'
import { routes as account } from './phien-lam-viec/page.tsx'
import { routes as setUp } from './thiet-lap/page.tsx'
import { routes as organization } from './to-chuc/page.tsx'
import { routes as delegations } from './uy-quyen/page.tsx'
import { routes as roles } from './vai-tro/page.tsx'
import { routes as secondFactor } from './xac-thuc-hai-lop/page.tsx'

const PASSWORD = 'MotCua#2026'
const NEW_PASSWORD = 'Gió biển 2027'

const app = await testApp()
const { database } = app.services
const server = await createServer({
  services: app.services,
  routes: [
    ...signIn,
    ...signOut,
    ...password,
    ...secondFactor,
    ...account,
    ...setUp,
    ...organization,
    ...officers,
    ...roles,
    ...delegations,
    ...trail,
    ...tokens,
  ],
  identify: createIdentify(app.services),
  renderError,
})

/** Keeps cookies like a browser; `post` comes from our own pages. */
function browser() {
  const jar = new Map<string, string>()
  const send = async (method: 'GET' | 'POST', url: string, form?: Record<string, string | string[]>) => {
    const body = new URLSearchParams(
      Object.entries(form ?? {}).flatMap(([name, value]) => (Array.isArray(value) ? value.map((each) => [name, each]) : [[name, value]])),
    )
    const reply = await server.inject({
      method,
      url,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
        ...(method === 'POST' ? { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      payload: method === 'POST' ? body.toString() : undefined,
    })
    for (const { name, value } of reply.cookies) value ? jar.set(name, value) : jar.delete(name)
    return {
      status: reply.statusCode,
      html: reply.body,
      text: read(reply.body),
      location: String(reply.headers.location ?? ''),
      cookies: reply.cookies,
    }
  }
  return {
    jar,
    get: (url: string) => send('GET', url),
    post: (url: string, form: Record<string, string | string[]> = {}) => send('POST', url, form),
    async enter(username: string, secret = PASSWORD) {
      const reply = await send('POST', '/dang-nhap', { username, password: secret })
      expect([reply.status, reply.location], reply.text).toEqual([303, '/lam-viec'])
      return this
    },
  }
}

const read = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const idOf = async (table: 'unit' | 'role', code: string) =>
  (await database.selectFrom(table).select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
const officerId = async (username: string) =>
  (await database.selectFrom('officer').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id

describe('signing in', () => {
  test('leads to the page that was wanted, and nowhere else', async () => {
    const visitor = browser()
    const sent = await visitor.get('/phien-lam-viec')
    expect(sent.location).toBe('/dang-nhap?ve=%2Fphien-lam-viec')
    expect((await visitor.get(sent.location)).html).toContain('name="ve" value="/phien-lam-viec"')
    const entered = await visitor.post('/dang-nhap', { username: 'tiepnhan1', password: PASSWORD, ve: '/phien-lam-viec' })
    expect(entered.location).toBe('/phien-lam-viec')
    const cookie = entered.cookies.find(({ name }) => name === 'session')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 12 * 3600 })
    expect((await visitor.get('/phien-lam-viec')).text).toMatch(/Cán bộ tiếp nhận .*Firefox, Linux/)
    for (const ve of ['//nguoi-la.example', 'https://nguoi-la.example', '/\\nguoi-la.example'])
      expect((await browser().post('/dang-nhap', { username: 'tiepnhan2', password: 'sai', ve })).html).not.toContain('href="//nguoi-la')
    expect((await browser().post('/dang-nhap', { username: 'tiepnhan1', password: PASSWORD, ve: '//nguoi-la.example' })).location).toBe(
      '/lam-viec',
    )
  })

  test('a wrong password keeps the name, never the password, and is told in one sentence', async () => {
    const { status, html, text } = await browser().post('/dang-nhap', { username: 'tiepnhan1', password: 'sai mất rồi' })
    expect([status, text.includes('chưa đúng'), html.includes('value="tiepnhan1"'), html.includes('sai mất rồi')]).toEqual([
      401,
      true,
      true,
      false,
    ])
  })

  test('a post from another site is refused', async () => {
    const reply = await server.inject({
      method: 'POST',
      url: '/dang-nhap',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      payload: `username=tiepnhan1&password=${PASSWORD}`,
    })
    expect([reply.statusCode, reply.cookies]).toEqual([403, []])
  })

  test('signing out ends the session', async () => {
    const visitor = await browser().enter('tiepnhan1')
    const session = visitor.jar.get('session') ?? ''
    expect((await visitor.post('/dang-xuat')).location).toBe('/dang-nhap')
    expect(visitor.jar.has('session')).toBe(false)
    visitor.jar.set('session', session)
    expect((await visitor.get('/phien-lam-viec')).location).toContain('/dang-nhap')
  })

  test('an account from the administrator must first set its own password', async () => {
    const visitor = await browser().enter('motcua.19333')
    expect((await visitor.get('/phien-lam-viec')).location).toBe('/mat-khau')
    expect((await visitor.get('/mat-khau')).text).toContain('đặt mật khẩu của riêng mình')
    const weak = await visitor.post('/mat-khau', { current: PASSWORD, next: 'ngan', again: 'ngan' })
    expect([weak.status, weak.text.includes('ít nhất 8 ký tự')]).toEqual([422, true])
    const before = visitor.jar.get('session')
    expect((await visitor.post('/mat-khau', { current: PASSWORD, next: NEW_PASSWORD, again: NEW_PASSWORD })).location).toBe(
      '/phien-lam-viec',
    )
    expect(visitor.jar.get('session')).not.toBe(before)
    expect((await visitor.get('/phien-lam-viec')).status).toBe(200)
  })

  test('the second factor: shown once as picture and text, then asked for', async () => {
    const visitor = await browser().enter('thanhtra')
    await visitor.post('/xac-thuc-hai-lop/thiet-lap/bat-dau')
    const page = await visitor.get('/xac-thuc-hai-lop/thiet-lap')
    expect(page.html).toMatch(/<svg [^>]*width="232"/)
    const secret = [...page.html.matchAll(/<code>([A-Z2-7]+)<\/code>/g)].map(([, group]) => group).join('')
    const code = () => generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) })
    expect((await visitor.post('/xac-thuc-hai-lop/thiet-lap/xac-nhan', { code: '12' })).status).toBe(422)
    expect((await visitor.post('/xac-thuc-hai-lop/thiet-lap/xac-nhan', { code: code() })).location).toBe('/phien-lam-viec')
    expect((await visitor.get('/xac-thuc-hai-lop/thiet-lap')).html).not.toContain(secret)
    app.clock.set(new Date(app.clock.now().getTime() + 60_000))
    const other = browser()
    expect((await other.post('/dang-nhap', { username: 'thanhtra', password: PASSWORD, ve: '/nhat-ky' })).location).toBe(
      '/xac-thuc-hai-lop?ve=%2Fnhat-ky',
    )
    expect((await other.get('/nhat-ky')).location).toContain('/dang-nhap')
    expect((await other.post('/xac-thuc-hai-lop', { code: '000000', ve: '/nhat-ky' })).status).toBe(401)
    expect((await other.post('/xac-thuc-hai-lop', { code: code(), ve: '/nhat-ky' })).location).toBe('/nhat-ky')
    expect((await other.get('/nhat-ky')).status).toBe(200)
    expect((await browser().get('/xac-thuc-hai-lop')).location).toBe('/dang-nhap')
  })

  test('the first set-up is closed once somebody can sign in', async () => {
    expect((await browser().get('/thiet-lap')).location).toBe('/dang-nhap')
    expect((await browser().post('/thiet-lap', { code: 'x' })).status).toBeGreaterThanOrEqual(400)
  })
})

describe('administration', () => {
  test('pages open by right: each is refused to a receptionist', async () => {
    const visitor = await browser().enter('tiepnhan1')
    for (const url of ['/can-bo', '/can-bo/them', '/vai-tro', '/nhat-ky', '/ma-truy-cap', '/dang-nhap/quy-tac', '/to-chuc/1/sua'])
      expect((await visitor.get(url)).status, url).toBe(403)
    for (const url of ['/to-chuc', '/uy-quyen', '/phien-lam-viec', '/mat-khau']) expect((await visitor.get(url)).status, url).toBe(200)
  })

  test('an officer is added, empowered, locked and reset; her password is shown once', async () => {
    const admin = await browser().enter('quantri')
    const unitId = String(await idOf('unit', 'QT.SYT'))
    const bad = await admin.post('/can-bo/them', { username: 'A', fullName: 'Hồ Thị Thử', homeUnitId: unitId, staffKind: 'contract' })
    expect([bad.status, bad.html.includes('value="Hồ Thị Thử"'), bad.text.includes('Tên đăng nhập có 3–40 ký tự')]).toEqual([
      422,
      true,
      true,
    ])
    const added = await admin.post('/can-bo/them', {
      username: 'thu.ht',
      fullName: 'Hồ Thị Thử',
      homeUnitId: unitId,
      staffKind: 'contract',
    })
    const first = /<code>([A-Za-z0-9]{12})<\/code>/.exec(added.html)?.[1] ?? ''
    const id = await officerId('thu.ht')
    expect((await admin.get(`/can-bo/${id}`)).html).not.toContain(first)
    const roleId = String(await idOf('role', 'clerk'))
    expect((await admin.post(`/can-bo/${id}/vai-tro`, { roleId, unitId, validFrom: app.today(), validTo: '' })).location).toBe(
      `/can-bo/${id}#vai-tro`,
    )
    expect((await admin.get(`/can-bo/${id}`)).text).toContain('Văn thư')
    expect((await admin.get('/can-bo?q=ho+thi+thu')).text).toContain('thu.ht')
    const hers = await browser().enter('thu.ht', first)
    expect((await admin.post(`/can-bo/${id}/tai-khoan`, { _action: 'lock', reason: 'Nghỉ việc' })).location).toBe(`/can-bo/${id}`)
    expect((await hers.get('/mat-khau')).location).toContain('/dang-nhap')
    await admin.post(`/can-bo/${id}/tai-khoan`, { _action: 'unlock' })
    const reset = await admin.post(`/can-bo/${id}/tai-khoan`, { _action: 'reset-password' })
    const second = /<code>([A-Za-z0-9]{12})<\/code>/.exec(reset.html)?.[1] ?? ''
    await browser().enter('thu.ht', second)
    expect((await admin.post(`/can-bo/${id}/tai-khoan`, { _action: 'toString' })).status).toBe(303)
    expect((await admin.post(`/can-bo/${await officerId('quantri')}/tai-khoan`, { _action: 'lock' })).status).toBe(403)
  })

  test('an administrator of one agency sees and changes only her own people', async () => {
    const visitor = await browser().enter('quantri.yt')
    await visitor.post('/mat-khau', { current: PASSWORD, next: NEW_PASSWORD, again: NEW_PASSWORD })
    const list = await visitor.get('/can-bo')
    expect(list.text).toContain('vanthu.yt')
    expect(list.text).not.toContain('vanthu.vhttdl')
    const far = await officerId('vanthu.vhttdl')
    expect((await visitor.get(`/can-bo/${far}`)).text).not.toContain('Đặt lại mật khẩu')
    expect((await visitor.post(`/can-bo/${far}/tai-khoan`, { _action: 'reset-password' })).status).toBe(403)
    expect((await visitor.get('/vai-tro')).status).toBe(403)
  })

  test('a secondment is recorded with its roles and its end', async () => {
    const admin = await browser().enter('quantri')
    const id = await officerId('chuyenvien2.vhttdl')
    const form = {
      toUnitId: String(await idOf('unit', 'QT.TTPVHCC')),
      roleIds: [String(await idOf('role', 'receptionist'))],
      startsOn: app.today(),
      endsOn: '2027-11-17',
    }
    const missing = await admin.post(`/can-bo/${id}/biet-phai`, { ...form, decision: '' })
    expect([missing.status, missing.text.includes('số và ngày của quyết định')]).toEqual([422, true])
    await admin.post(`/can-bo/${id}/biet-phai`, { ...form, decision: '15/QĐ-SVHTTDL ngày 10/11/2026' })
    expect((await admin.get(`/can-bo/${id}`)).text).toMatch(/Cán bộ tiếp nhận biệt phái .*15\/QĐ-SVHTTDL/)
  })

  test('a unit is added, renamed from a date, given a counter and closed', async () => {
    const admin = await browser().enter('quantri')
    const parent = await idOf('unit', 'QT.SYT')
    const added = await admin.post(`/to-chuc/${parent}/them`, {
      code: 'qt.syt.moi',
      name: 'Phòng Thử nghiệm',
      kind: 'division',
      level: 'province',
      agencyCode: 'h50.13.99',
      validFrom: '2026-01-01',
    })
    const page = added.location
    expect(page).toMatch(/^\/to-chuc\/\d+$/)
    await admin.post(`${page}/sua`, { name: 'Phòng Thử nghiệm mới', agencyCode: 'H50.13.99', from: '2026-06-01', decision: '3/QĐ-SYT' })
    await admin.post(`${page}/quay`, { number: '1', name: 'Quầy thử', validFrom: '2026-06-01' })
    expect((await admin.get(page)).text).toMatch(
      /Phòng Thử nghiệm mới .*H50\.13\.99 .*Quầy thử .*01\/01\/2026 – 31\/05\/2026 .*Phòng Thử nghiệm /,
    )
    expect((await admin.post(`${page}/ket-thuc`, { validTo: '2025-01-01' })).status).toBe(422)
    await admin.post(`${page}/ket-thuc`, { validTo: app.today(), decision: '4/QĐ-SYT' })
    expect((await admin.get(`${page}`)).text).toContain('18/11/2026')
    expect((await admin.get('/to-chuc?q=phong+thu+nghiem')).text).toContain('Phòng Thử nghiệm mới')
  })

  test('roles: the table, a new role, and no rights for a role one holds', async () => {
    const admin = await browser().enter('quantri')
    expect((await admin.get('/vai-tro')).text).toContain('Bảng vai trò và quyền')
    const role = {
      code: 'guide',
      name: 'Cán bộ hướng dẫn',
      nameEn: 'Guide',
      description: 'Hướng dẫn tại sảnh',
      rights: ['catalogue.read', 'organization.read'],
    }
    expect((await admin.post('/vai-tro/them', role)).location).toBe('/vai-tro')
    expect((await admin.get('/vai-tro')).text).toContain('Cán bộ hướng dẫn')
    const own = await idOf('role', 'system-admin')
    const refused = await admin.post(`/vai-tro/${own}`, { ...role, code: 'system-admin', rights: ['dossier.read'] })
    expect([refused.status, refused.text.includes('không tự thêm quyền')]).toEqual([403, true])
  })

  test('a delegation is made to a colleague found by name, and revoked', async () => {
    const leader = await browser().enter('lanhdao.vhttdl')
    const to = await officerId('pholanhdao.vhttdl')
    expect((await leader.get('/uy-quyen?q=pholanhdao.vhttdl')).html).toContain(`value="${to}"`)
    await leader.post('/uy-quyen?q=pholanhdao.vhttdl', {
      toOfficerId: String(to),
      validFrom: app.today(),
      validTo: app.today(),
      reason: 'Đi họp',
    })
    const page = await leader.get('/uy-quyen')
    expect(page.text).toMatch(/Đi họp Đang hiệu lực/)
    const delegationId = /name="delegationId" value="(\d+)"/.exec(page.html)?.[1] ?? ''
    await leader.post('/uy-quyen/thu-hoi', { delegationId, own: 'true' })
    expect((await leader.get('/uy-quyen')).text).toContain('Đã thu hồi')
  })

  test('a token is shown once and revoked', async () => {
    const admin = await browser().enter('quantri')
    const unitId = String(await idOf('unit', 'QT'))
    const made = await admin.post('/ma-truy-cap', {
      partnerCode: 'LGSP',
      partnerName: 'Trục liên thông',
      unitId,
      rights: ['catalogue.read'],
    })
    const token = /<code>(motcua_[\w-]{43})<\/code>/.exec(made.html)?.[1] ?? ''
    const list = await admin.get('/ma-truy-cap')
    expect([list.text.includes('Trục liên thông'), list.html.includes(token)]).toEqual([true, false])
    const tokenId = /name="tokenId" value="(\d+)"/.exec(list.html)?.[1] ?? ''
    await admin.post('/ma-truy-cap/thu-hoi', { tokenId })
    expect((await admin.get('/ma-truy-cap')).text).toContain('Đã thu hồi')
  })

  test('the rules of sign-in are changed, checked and in the trail', async () => {
    const admin = await browser().enter('quantri')
    const page = await admin.get('/dang-nhap/quy-tac')
    const values = Object.fromEntries(
      [...page.html.matchAll(/name="(\w+)"[^>]*? value="([^"]*)"/g)]
        .map(([, name = '', value = '']) => [name, value])
        .filter(([name]) => name !== 'days'),
    )
    const lockOut = await admin.post('/dang-nhap/quy-tac', { ...values, networks: '203.0.113.0/24' })
    expect([lockOut.status, lockOut.text.includes('chính bạn sẽ không vào')]).toEqual([422, true])
    const wrong = await admin.post('/dang-nhap/quy-tac', { ...values, networks: 'nhà tôi', passwordLength: '4' })
    expect([wrong.status, wrong.html.includes('href="#f-networks"'), wrong.html.includes('href="#f-passwordLength"')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await admin.post('/dang-nhap/quy-tac', { ...values, networks: '127.0.0.1', passwordLength: '12' })).location).toBe(
      '/dang-nhap/quy-tac',
    )
    expect((await admin.get('/mat-khau')).text).toContain('Ít nhất 12 ký tự')
    const trailPage = await admin.get('/nhat-ky?viec=system.settings')
    expect(trailPage.text).toMatch(/Sửa tham số hệ thống .*system\.settings/)
  })

  test('the trail filters by person, name and outcome, and keeps who read it', async () => {
    const admin = await browser().enter('quantri')
    await browser().post('/dang-nhap', { username: 'tiepnhan3', password: 'sai' })
    expect((await admin.get('/nhat-ky?viec=identity.fail-sign-in')).text).toContain('Người chưa đăng nhập')
    expect((await admin.get('/nhat-ky?ket-qua=refused')).text).toContain('Bị từ chối')
    expect((await admin.get('/nhat-ky?can-bo=quantri&viec=identity.sign-in')).text).toContain('Việc của')
    expect((await admin.get('/nhat-ky?tu=2020-01-01&den=2020-01-02')).text).toContain('Không có dòng nhật ký nào khớp')
    expect((await admin.get('/nhat-ky?viec=identity.read-audit')).text).toContain('Xem nhật ký hệ thống')
  })

  test('every page is in English too', async () => {
    const admin = await browser().enter('quantri')
    admin.jar.set('language', 'en')
    const id = await officerId('vanthu.yt')
    for (const [url, heading] of [
      ['/to-chuc', 'Organisation'],
      [`/to-chuc/${await idOf('unit', 'QT.SYT')}`, 'Units below'],
      ['/can-bo', 'Officers'],
      [`/can-bo/${id}`, 'Reset the password'],
      [`/can-bo/${id}/biet-phai`, 'Second the officer'],
      ['/vai-tro', 'Roles and rights'],
      ['/uy-quyen', 'Delegations'],
      ['/nhat-ky', 'Audit trail'],
      ['/ma-truy-cap', 'Partner tokens'],
      ['/phien-lam-viec', 'My account'],
      ['/mat-khau', 'Change the password'],
    ] as const)
      expect((await admin.get(url)).text, url).toContain(heading)
  })
})
