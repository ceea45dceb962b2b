/** The administrator's pages of internal processes, through the real server, without scripts. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { receiveDossier } from '../../../modules/intake/index.ts'
import { getProcessFor } from '../../../modules/workflow/index.ts'

const app = await testApp()
const browser = browsing(app.server)
const PASSWORD = 'MotCua#2026'
const desk = await aDesk(app)
/** Three working days: 24 hours, less than the general line's 30. */
const procedure = await aProcedure(app, desk, { channels: [{ channel: 'counter', limitAmount: 3 }] })

beforeAll(async () => {
  expect((await browser.signIn('kiemsoat', PASSWORD)).status).toBe(200)
})

/** The values of the form as the browser would send them. */
function formOf(html: string): Record<string, string> {
  const values: Record<string, string> = {}
  const form = html.slice(html.indexOf('<form class="form" method="post"'))
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name && !/type="checkbox"/.test(tag)) values[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, name = '', body = ''] of form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    values[name] = /<option value="([^"]*)" selected/.exec(body)?.[1] ?? /<option value="([^"]*)"/.exec(body)?.[1] ?? ''
  return values
}

const address = `/quy-trinh/${procedure.code}`
const filled = { decision: '12/QĐ-UBND', decisionDate: '2026-11-16', name: 'Quy trình thử nghiệm' }

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

describe('editing', () => {
  test('rows move, come and go by buttons, and keep what was typed', async () => {
    const start = await browser.open(`${address}/sua`)
    const form: Record<string, string> = { ...formOf(start.html), ...filled }
    expect(form['steps.6.kind']).toBe('return')
    const up = formOf((await browser.send(`${address}/sua`, { ...form, _up: '2' })).html)
    expect([up['steps.1.kind'], up['steps.2.kind']]).toEqual(['appraisal', 'assignment'])
    expect(up.name).toBe('Quy trình thử nghiệm')
    const down = formOf((await browser.send(`${address}/sua`, { ...form, _down: '0' })).html)
    expect([down['steps.0.kind'], down['steps.1.kind']]).toEqual(['assignment', 'reception'])
    const longer = formOf((await browser.send(`${address}/sua`, { ...form, _after: '2' })).html)
    expect(longer['steps.3.name']).toBe('')
    expect(longer['steps.7.kind']).toBe('return')
    const shorter = formOf((await browser.send(`${address}/sua`, { ...form, _remove: '1' })).html)
    expect(shorter['steps.1.kind']).toBe('appraisal')
    expect(shorter['steps.6.kind']).toBeUndefined()
  })

  test('what is wrong stands at its field', async () => {
    const form = {
      ...formOf((await browser.open(`${address}/sua`)).html),
      ...filled,
      'steps.6.kind': 'review',
      'steps.2.limitHours': '0,3',
    }
    const { status, html } = await browser.send(`${address}/sua`, { ...form, _action: 'save' })
    expect(status).toBe(422)
    expect(html).toContain('Bước cuối cùng phải là trả kết quả.')
    expect(html).toContain('chẵn nửa giờ')
    expect(html).toContain('value="0,3"')
    expect(html).toContain('Quy trình thử nghiệm')
  })

  test('longer than the law needs a yes; running dossiers stay on their version', async () => {
    const [receptionist] = desk.receptionists
    const received = async () =>
      app.services.perform({ kind: 'officer', id: receptionist }, receiveDossier, {
        procedureCaseId: procedure.caseId,
        receivingUnitId: desk.unitId,
        owner: { name: 'Nguyễn Thị Minh Họa' },
        components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
        returnMethod: 'counter',
      })
    const before = await received()
    const start = await browser.open(`${address}/sua`)
    const form: Record<string, string> = { ...formOf(start.html), ...filled }
    const refused = await browser.send(`${address}/sua`, { ...form, _action: 'save' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('name="acceptsLongerThanLimit"')
    const saved = await browser.send(`${address}/sua`, { ...form, acceptsLongerThanLimit: 'on', _action: 'save' })
    expect(saved.status).toBe(200)
    expect(saved.html).toContain('Đã lưu phiên bản 1')
    expect(saved.html).toContain('12/QĐ-UBND, ngày 16/11/2026')

    const short = { ...formOf((await browser.open(`${address}/sua`)).html), ...filled, 'steps.2.limitHours': '5,5', name: 'Ngắn hơn' }
    const second = await browser.send(`${address}/sua`, { ...short, _action: 'save' })
    expect(second.html).toContain('Đã lưu phiên bản 2')
    expect(second.html).toContain('23,5 giờ làm việc')
    const stale = await browser.send(`${address}/sua`, { ...short, _action: 'save' })
    expect(stale.status).toBe(409)
    expect(stale.html).toContain('Ngắn hơn')

    const after = await received()
    const processOf = async (id: number) =>
      (
        await app.handle.pool.query(
          `select (facts ->> 'processId')::int as id from dossier_action where dossier_id = $1 and sequence = 1`,
          [id],
        )
      ).rows[0].id
    const { procedureId, settlingUnitId } = await app.services.database
      .selectFrom('dossier')
      .select(['procedureId', 'settlingUnitId'])
      .where('id', '=', before.dossierId)
      .executeTakeFirstOrThrow()
    const inForce = await getProcessFor(app.services.database, procedureId, settlingUnitId, app.today())
    expect(inForce.version).toBe(2)
    expect(await processOf(after.dossierId)).toBe(inForce.id)
    expect(await processOf(before.dossierId)).not.toBe(inForce.id)
    const { html } = await browser.open(address)
    expect(html).toMatch(/Phiên bản 2.*đang áp dụng/s)
    expect((await browser.open(`${address}?phien-ban=1`)).html).toContain('30 giờ làm việc')
  })
})
