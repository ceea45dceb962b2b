/** The designer without scripts, through the real server: from nothing to a published process, and everything that can go wrong on the way. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../../tests/support/app.ts'
import { browserOf } from '../../../../../tests/support/browser.ts'
import { aDesk, aProcedure } from '../../../../../tests/support/desk.ts'
import { receiveDossier } from '../../../../modules/intake/index.ts'
import { findDraft, getProcessFor, importBpmn, saveProcessDraft } from '../../../../modules/workflow/index.ts'

const app = await testApp()
const { database } = app.services
const desk = await aDesk(app)
/** Three working days: 24 hours. */
const procedure = await aProcedure(app, desk, { channels: [{ channel: 'counter', limitAmount: 3 }] })
const address = `/quy-trinh/${procedure.code}`
const { id: procedureId } = await database
  .selectFrom('procedure')
  .select('id')
  .where('nationalCode', '=', procedure.code)
  .executeTakeFirstOrThrow()
const { id: controllerId } = await database.selectFrom('officer').select('id').where('username', '=', 'kiemsoat').executeTakeFirstOrThrow()
const browser = await browserOf(app, controllerId)
const draft = async () => {
  const found = await findDraft(database, procedureId)
  if (!found) throw new Error('Nothing is being drawn')
  return found
}
const waysOf = async () => (await draft()).graph.flows.map(({ from, to }) => `${from}>${to}`)

const chosen = (id: string) => browser.get(`${address}/thiet-ke?chon=${encodeURIComponent(id)}`)
/** The id of what is selected on the page. */
const selectedOn = ({ url }: { url: string }) => new URL(url, 'http://localhost').searchParams.get('chon') ?? ''

describe('drawing', () => {
  test('a draft begins with a start and an end, and with what keeps it from being published', async () => {
    const begin = await browser.get(`${address}/thiet-ke`)
    expect(begin.text).toContain('Vẽ phiên bản mới')
    const nameless = await browser.press(begin, 'Bắt đầu vẽ', { from: 'blank', name: '' })
    expect(nameless.status).toBe(422)
    expect(nameless.text).toContain('Hãy ghi tên quy trình.')
    const page = await browser.press(begin, 'Bắt đầu vẽ', { from: 'blank', name: 'Quy trình vẽ tay' })
    expect(page.url).toBe(`${address}/thiet-ke`)
    expect(page.text).toContain('Quy trình cần ít nhất một bước thẩm định.')
    expect(page.text).toContain('3 ngày làm việc (trực tiếp), tương ứng 24 giờ làm việc')
    await browser.post(`${address}/thiet-ke/bat-dau`, { from: 'standard', name: 'Người khác bắt đầu' })
    expect((await draft()).name).toBe('Quy trình vẽ tay')
  })

  test('roles come, take a name and a role of the system, change places and go', async () => {
    let page = await browser.press(await chosen('.vai-tro'), 'Thêm vai trò')
    page = await browser.press(page, 'Thêm vai trò', {
      'lanes.0.name': 'Bộ phận Một cửa',
      'lanes.0.roleCode': 'receptionist',
      'lanes.0.place': 'receiving',
    })
    page = await browser.press(page, 'Thêm vai trò', { 'lanes.1.name': 'Chuyên viên', 'lanes.1.roleCode': 'specialist' })
    page = await browser.press(page, 'Bỏ vai trò 3')
    page = await browser.press(page, 'Đưa vai trò 2 lên')
    expect((await draft()).graph.lanes).toEqual([
      { key: 'lane_2', name: 'Chuyên viên', place: 'settling', roleCode: 'specialist' },
      { key: 'lane_1', name: 'Bộ phận Một cửa', place: 'receiving', roleCode: 'receptionist' },
    ])
  })

  test('steps are put in, say what they are, and what is typed goes along with any button', async () => {
    let page = await browser.press(await chosen('start'), 'Thêm vào sau')
    expect(selectedOn(page)).toBe('step_1')
    // Typed, and without saving it another step is added.
    page = await browser.press(page, 'Thêm vào sau', {
      name: 'Tiếp nhận hồ sơ',
      step: 'reception',
      lane: 'lane_1',
      amount: '0,5',
      unit: 'hour',
    })
    page = await browser.press(page, 'Thêm vào sau', {
      name: 'Thẩm định',
      step: 'appraisal',
      lane: 'lane_2',
      amount: '1',
      unit: 'working-day',
    })
    page = await browser.press(page, 'Thêm vào sau', {
      name: 'Ký duyệt',
      step: 'signature',
      lane: 'lane_2',
      amount: '4',
      output: 'Văn bản đã ký',
    })
    page = await browser.press(page, 'Thêm vào sau', { name: 'Phát hành', step: 'issue', lane: 'lane_2', amount: '1' })
    page = await browser.press(page, 'Lưu thay đổi', { name: 'Trả kết quả', step: 'return', lane: 'lane_1', amount: '2' })
    expect(await waysOf()).toEqual(['start>step_1', 'step_1>step_2', 'step_2>step_3', 'step_3>step_4', 'step_4>step_5', 'step_5>end'])
    expect((await draft()).graph.nodes.find(({ id }) => id === 'step_3')).toMatchObject({ name: 'Ký duyệt', output: 'Văn bản đã ký' })
    expect(page.text).toContain('15,5 giờ làm việc')
    expect(page.text).toContain('Không còn lỗi: quy trình công bố được.')
  })

  test('what is wrong stands at its field and keeps what was typed', async () => {
    const page = await browser.press(await chosen('step_2'), 'Lưu thay đổi', { name: 'Thẩm định kỹ', amount: '0,3' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Hãy ghi một số chẵn nửa')
    expect(page.html).toContain('value="0,3"')
    expect(page.html).toContain('value="Thẩm định kỹ"')
    expect((await draft()).graph.nodes.find(({ id }) => id === 'step_2')).toMatchObject({ name: 'Thẩm định' })
  })

  test('what else may be done at a step is everything, or what is chosen', async () => {
    const acts = async () => (await draft()).graph.nodes.find(({ id }) => id === 'step_2')
    let page = await browser.press(await chosen('step_2'), 'Lưu thay đổi', { acts: 'some' })
    expect(await acts()).toMatchObject({ actions: [] })
    page = await browser.press(page, 'Lưu thay đổi', { actions: 'consult' })
    expect(await acts()).toMatchObject({ actions: ['consult'] })
    expect(page.html).toMatch(/value="consult"[^>]*checked|checked[^>]*value="consult"/)
    await browser.press(page, 'Lưu thay đổi', { acts: 'all' })
    expect(await acts()).not.toHaveProperty('actions')
  })

  test('a choice has a condition and a default; what the law gives is held against the longest way', async () => {
    let page = await browser.press(await chosen('step_2'), 'Thêm vào sau', { kind: 'choice' })
    const choice = selectedOn(page)
    page = await browser.press(page, 'Lưu thay đổi', { name: 'Đủ điều kiện?' })
    expect(page.text).toContain('Đường ra khỏi điểm rẽ nhánh cần điều kiện, hoặc là đường mặc định.')
    const { graph } = await draft()
    const way = graph.flows.find(({ from, isDefault }) => from === choice && !isDefault)
    page = await browser.press(await chosen(way?.id ?? ''), 'Thêm điều kiện')
    page = await browser.press(page, 'Lưu thay đổi', { name: 'Chưa đủ', 'groups.0.parts.0.values': 'unfit' })
    expect((await draft()).graph.flows.find(({ id }) => id === way?.id)).toMatchObject({
      name: 'Chưa đủ',
      condition: { field: 'verdict', operator: 'is', value: 'unfit' },
    })
    // Groups: either not fit, or asked twice and late.
    page = await browser.press(await chosen(way?.id ?? ''), 'Thêm nhóm điều kiện')
    page = await browser.press(page, 'Thêm điều kiện vào nhóm 2', {
      joined: 'any',
      'groups.1.parts.0.field': 'supplements',
      'groups.1.parts.0.operator': 'at-least',
      'groups.1.parts.0.values': '2',
    })
    page = await browser.press(page, 'Lưu thay đổi', { 'groups.1.parts.1.field': 'isLate', 'groups.1.parts.1.values': 'true' })
    expect(page.text).toContain('Nhóm 2')
    const condition = async () => (await draft()).graph.flows.find(({ id }) => id === way?.id)?.condition
    expect(await condition()).toEqual({
      any: [
        { all: [{ field: 'verdict', operator: 'is', value: 'unfit' }] },
        {
          all: [
            { field: 'supplements', operator: 'at-least', value: 2 },
            { field: 'isLate', operator: 'is', value: true },
          ],
        },
      ],
    })
    page = await browser.press(page, 'Bỏ điều kiện 1 của nhóm 2')
    page = await browser.press(page, 'Bỏ điều kiện 1 của nhóm 2')
    expect(await condition()).toEqual({ field: 'verdict', operator: 'is', value: 'unfit' })
    page = await browser.press(await chosen(way?.to ?? ''), 'Lưu thay đổi', {
      name: 'Lấy ý kiến',
      lane: 'lane_2',
      amount: '2',
      unit: 'working-day',
    })
    expect(page.text).toContain('Đường đi dài nhất cộng lại 31,5 giờ làm việc, vượt thời hạn')
    expect((await browser.get(`${address}/cong-bo`)).text).toContain('Chưa công bố được: còn 1 lỗi')
    page = await browser.press(page, 'Lưu thay đổi', { amount: '1' })
    expect(page.text).toContain('Không còn lỗi')
  })

  test('undone and done again, also after the page was left', async () => {
    const before = (await draft()).graph
    await browser.press(await chosen('step_4'), 'Xóa bước này')
    expect((await draft()).graph.nodes.some(({ id }) => id === 'step_4')).toBe(false)
    const removed = (await draft()).graph
    await browser.press(await browser.get(`${address}/thiet-ke`), 'Hoàn tác')
    expect((await draft()).graph).toEqual(before)
    await browser.press(await browser.get(`${address}/thiet-ke`), 'Làm lại')
    expect((await draft()).graph).toEqual(removed)
    await browser.press(await browser.get(`${address}/thiet-ke`), 'Hoàn tác')
    expect((await draft()).canRedo).toBe(true)
    const { processId, revision } = await draft()
    const none = await browser.post(`${address}/thiet-ke`, { _action: 'redo', revision: String(revision) })
    expect(none.status).toBe(200)
    const nothing = await browser.post(`${address}/thiet-ke`, { _action: 'redo', revision: String(revision + 1) })
    expect(nothing.text).toContain('Không còn thao tác nào để hoàn tác hoặc làm lại.')
    await browser.post(`${address}/thiet-ke`, { _action: 'undo', revision: String(revision + 1) })
    expect(await draft()).toMatchObject({ processId, revision: revision + 2, graph: before })
  })

  test('who comes with an older drawing is told who saved, and nothing of either is lost', async () => {
    const stale = await chosen('step_2')
    const { graph } = await draft()
    const other = { kind: 'officer', id: controllerId } as const
    const { processId, revision } = await draft()
    await app.services.perform(other, saveProcessDraft, { processId, revision, graph: { ...graph, lanes: [...graph.lanes].reverse() } })
    const page = await browser.press(stale, 'Thêm vào sau', { name: 'Thẩm định hai lần' })
    expect(page.status).toBe(409)
    expect(page.text).toMatch(/vừa lưu bản nháp này lúc \d\d:\d\d/)
    expect(page.html).toContain('value="Thẩm định hai lần"')
    expect((await draft()).graph.lanes[0]?.key).toBe('lane_1')
    // The same press on the new drawing is done.
    await browser.press(page, 'Lưu thay đổi', { name: 'Thẩm định hai lần' })
    expect((await draft()).graph.nodes.find(({ id }) => id === 'step_2')).toMatchObject({ name: 'Thẩm định hai lần' })
  })

  test('the island keeps the whole drawing by the same rules', async () => {
    const { revision, graph } = await draft()
    const keep = (seen: number, content: unknown) =>
      browser.post(`${address}/thiet-ke/luu`, { revision: String(seen), graph: JSON.stringify(content) })
    const kept = await keep(revision, graph)
    expect([kept.status, JSON.parse(kept.html)]).toEqual([200, { revision: revision + 1, at: expect.stringMatching(/^\d\d:\d\d$/) }])
    const stale = await keep(revision, graph)
    expect([stale.status, JSON.parse(stale.html).revision]).toEqual([409, revision + 1])
    for (const content of ['không phải quy trình', { ...graph, nodes: [{ id: 'x', kind: 'lạ' }] }]) {
      const refused = await keep(revision + 1, content)
      expect([refused.status, JSON.parse(refused.html).revision]).toEqual([422, undefined])
    }
    expect((await draft()).revision).toBe(revision + 1)
  })
})

describe('files', () => {
  test('the draft is downloaded as BPMN, and comes back whole', async () => {
    const file = await browser.get(`${address}/tep-bpmn?ban-nhap=1`)
    expect(file.headers['content-disposition']).toContain('.bpmn')
    const { graph } = await importBpmn(file.body.toString('utf8'))
    expect(graph).toEqual((await draft()).graph)
    const before = await draft()
    const page = await browser.press(await browser.get(`${address}/thiet-ke/nhap`), 'Nhập quy trình', {}, [
      { field: 'file', name: 'quy-trinh.bpmn', type: 'application/xml', content: file.body },
    ])
    expect(page.url).toBe(`${address}/thiet-ke`)
    expect(await draft()).toMatchObject({ graph: before.graph, name: before.name, revision: before.revision + 1 })
  })

  test('of a file from elsewhere it is said what was left out; what is no process is refused at the field', async () => {
    const before = (await draft()).graph
    const send = async (content: string) =>
      browser.press(await browser.get(`${address}/thiet-ke/nhap`), 'Nhập quy trình', {}, [
        { field: 'file', name: 'a.bpmn', type: 'application/xml', content: Buffer.from(content) },
      ])
    const refused = await send('<html></html>')
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/không phải là BPMN|không có quy trình/)
    expect((await send('')).text).toContain('Hãy chọn một tệp BPMN.')
    expect((await draft()).graph).toEqual(before)
    const foreign = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="p" name="Của phần mềm khác">
      <startEvent id="a"/><task id="b" name="Xem xét"/><complexGateway id="c" name="Lạ"/><endEvent id="d"/>
      <sequenceFlow id="f1" sourceRef="a" targetRef="b"/><sequenceFlow id="f2" sourceRef="b" targetRef="d"/></process></definitions>`
    const taken = await send(foreign)
    expect(taken.text).toContain('“Lạ” là loại phần tử chưa dùng được')
    expect((await draft()).graph.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'd'])
    await browser.press(await browser.get(`${address}/thiet-ke`), 'Hoàn tác')
    expect((await draft()).graph).toEqual(before)
  })
})

describe('publishing', () => {
  const decided = { name: 'Quy trình vẽ tay', decision: '12/QĐ-UBND', decisionDate: '2026-11-16' }
  const receive = () =>
    app.services.perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
      procedureCaseId: procedure.caseId,
      receivingUnitId: desk.unitId,
      owner: { name: 'Nguyễn Thị Minh Họa' },
      components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
      returnMethod: 'counter',
    })
  const processOf = async (dossierId: number) =>
    (await database.selectFrom('dossier').select('processId').where('id', '=', dossierId).executeTakeFirstOrThrow()).processId
  const inForce = () => getProcessFor(database, procedureId, desk.settlingUnitId, app.today())

  test('asks for the decision and its days, says what changes, and is done when it is confirmed', async () => {
    const before = await receive()
    const form = await browser.get(`${address}/cong-bo`)
    const wrong = await browser.press(form, 'Xem trước khi công bố', { ...decided, decision: '', validFrom: '2026-11-01' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Hãy ghi số quyết định.')
    const past = await browser.press(wrong, 'Xem trước khi công bố', { ...decided, validFrom: '2026-11-01' })
    expect(past.text).toContain('Ngày áp dụng không được trước hôm nay.')
    const preview = await browser.press(past, 'Xem trước khi công bố', { ...decided, validFrom: app.today() })
    expect(preview.text).toContain('Công bố phiên bản 1?')
    expect(preview.text).toContain('0 hồ sơ chờ tiếp nhận sẽ đi theo phiên bản 1')
    expect((await inForce()).name).not.toBe('Quy trình vẽ tay')
    const done = await browser.press(preview, 'Công bố phiên bản 1')
    expect(done.url).toBe(address)
    expect(done.text).toContain('12/QĐ-UBND, ngày 16/11/2026')
    expect((await inForce()).name).toBe('Quy trình vẽ tay')
    expect(await processOf(before.dossierId)).not.toBe((await inForce()).id)
    expect(await processOf((await receive()).dossierId)).toBe((await inForce()).id)
    expect(await findDraft(database, procedureId)).toBeUndefined()
  })

  test('a published version never changes, whoever tries', async () => {
    const { id } = await inForce()
    for (const change of [`update process set graph = '{}' where id = ${id}`, `delete from process where id = ${id}`])
      await expect(app.handle.pool.query(change)).rejects.toThrow(/frozen|violates/)
  })

  test('the next version begins with this one; running dossiers stay, and the two are compared', async () => {
    await browser.press(await browser.get(`${address}/thiet-ke`), 'Bắt đầu vẽ')
    await browser.press(await chosen('step_3'), 'Lưu thay đổi', { name: 'Lãnh đạo ký', amount: '2' })
    await browser.press(await chosen('step_4'), 'Thêm vào trước', { kind: 'timer' })
    await browser.press(await chosen('timer_1'), 'Lưu thay đổi', { name: 'Niêm yết', amount: '1' })
    const compared = await browser.get(`${address}/so-sanh?cu=1&moi=2`)
    expect(compared.text).toContain('Thêm (1)')
    expect(compared.text).toContain('Niêm yết, Chờ đủ thời gian, 1 giờ làm việc')
    expect(compared.text).toMatch(/Trước: Ký duyệt.*4 giờ làm việc.*Nay: Lãnh đạo ký.*2 giờ làm việc/)
    const preview = await browser.press(await browser.get(`${address}/cong-bo`), 'Xem trước khi công bố', {
      ...decided,
      validFrom: app.today(),
    })
    expect(preview.text).toContain('1 hồ sơ đang chạy ở lại phiên bản 1')
    const done = await browser.press(preview, 'Công bố phiên bản 2')
    expect(done.text).toContain('với phiên bản 1')
    expect((await inForce()).version).toBe(2)
    expect((await browser.get(`${address}?phien-ban=1`)).text).toContain('Ký duyệt')
  })

  test('a draft is discarded only when asked twice', async () => {
    await browser.press(await browser.get(`${address}/thiet-ke`), 'Bắt đầu vẽ')
    const ask = await browser.get(`${address}/thiet-ke/bo`)
    expect((await draft()).version).toBe(3)
    expect((await browser.press(ask, 'Bỏ bản nháp')).url).toBe(address)
    expect(await findDraft(database, procedureId)).toBeUndefined()
    expect((await inForce()).version).toBe(2)
  })

  test('who may draw may not therefore publish', async () => {
    const { id } = await database.selectFrom('officer').select('id').where('username', '=', 'tiepnhan1').executeTakeFirstOrThrow()
    const other = await browserOf(app, id)
    expect((await other.get(`${address}/thiet-ke`)).status).toBe(403)
    expect((await other.get(`${address}/cong-bo`)).status).toBe(403)
  })
})
