/** The pages of trials without scripts, through the real server: a trial clicked through from the reception to the return, and what it keeps from being published. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../../tests/support/app.ts'
import { browserOf, type Page } from '../../../../../tests/support/browser.ts'
import { aDesk, aProcedure } from '../../../../../tests/support/desk.ts'
import { findDraft, saveProcessDraft, startProcessDraft, trialLines } from '../../../../modules/workflow/index.ts'

const app = await testApp()
const { database, perform } = app.services
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk)
const address = `/quy-trinh/${procedure.code}/thu`
const { id: procedureId } = await database
  .selectFrom('procedure')
  .select('id')
  .where('nationalCode', '=', procedure.code)
  .executeTakeFirstOrThrow()
const { id: controllerId } = await database.selectFrom('officer').select('id').where('username', '=', 'kiemsoat').executeTakeFirstOrThrow()
const browser = await browserOf(app, controllerId)
const publishing = { name: 'Quy trình vẽ tay', decision: '12/QĐ-UBND', decisionDate: '2026-11-16', validFrom: '2026-11-18' }

/** The value of a checkbox by the words beside it. */
function ticked({ html }: Page, words: string): string {
  const at = html.indexOf(`${words}</label>`)
  const [value] = [...html.slice(0, at).matchAll(/type="checkbox"[^>]*value="([^"]*)"/g)].slice(-1).map(([, text = '']) => text)
  if (at < 0 || value === undefined) throw new Error(`There is nothing to tick for ${words}`)
  return value.replaceAll('&quot;', '"').replaceAll('&#34;', '"')
}

describe('trials', () => {
  test('a procedure on the general process is sent there', async () => {
    const page = await browser.get(address)
    expect(page.text).toContain('Thủ tục này dùng quy trình chung')
    expect((await browser.get('/quy-trinh/chung/thu')).status).toBe(200)
    await perform({ kind: 'officer', id: controllerId }, startProcessDraft, { procedureId, name: 'Quy trình vẽ tay', from: 'standard' })
    expect((await browser.get(address)).text).toContain('Chưa có kịch bản thử nào')
  })

  test('a dossier is clicked through with its clock, each press kept, and what is seen asserted', async () => {
    const start = await browser.get(`${address}/moi`)
    const wrong = await browser.press(start, 'Lập kịch bản thử', { name: 'x', time: '9 giờ' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Hãy ghi tên kịch bản.')
    expect(wrong.text).toContain('Giờ viết theo mẫu 09:00.')
    let page = await browser.press(wrong, 'Lập kịch bản thử', { name: 'Đi hết quy trình', time: '09:00', date: '2026-11-18' })
    expect(page.text).toContain('Chờ phân công')
    page = await browser.press(page, 'Hoàn thành bước “Phân công xử lý”')
    expect(page.text).toContain('Đang thẩm định')
    page = await browser.press(page, 'Khẳng định điều này', {
      assert: [ticked(page, 'Trạng thái: Đang thẩm định'), ticked(page, 'Hạn bước “Thẩm định hồ sơ”: 14:00, 19/11/2026')],
    })
    expect(page.html.match(/tag--ok/g)?.length).toBe(3)
    const nothing = await browser.press(page, 'Khẳng định điều này', { assert: undefined })
    expect(nothing.status).toBe(422)
    // Back in time is answered at the field, and nothing is lost.
    const back = await browser.press(page, 'Chuyển đến thời điểm này', { goDate: '2026-11-17', goTime: '09:00' })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Đồng hồ chỉ đi tới')
    page = await browser.press(page, 'Chuyển đến thời điểm này', { goDate: '2026-11-19', goTime: '10:00' })
    page = await browser.press(page, 'Yêu cầu bổ sung sau tiếp nhận')
    expect(page.text).toContain('Chờ bổ sung (sau tiếp nhận)')
    expect(page.text).toContain('Thông báo được gửi: Yêu cầu bổ sung')
    expect(page.text).toContain('việc chưa làm được, và vì sao')
    page = await browser.press(page, 'Bỏ việc cuối')
    // Other agencies: how many, within how long; what was typed wrongly stands where it was typed.
    const many = await browser.press(page, 'Lấy ý kiến cơ quan liên quan', { agencies: '21', answerDays: '2' })
    expect(many.status).toBe(422)
    expect(many.text).toContain('Hãy ghi số cơ quan, từ 1 đến 20.')
    expect(many.html).toMatch(/name="agencies"[^>]*value="21"|value="21"[^>]*name="agencies"/)
    expect((await browser.press(many, 'Lấy ý kiến cơ quan liên quan', { agencies: '2', answerDays: '0' })).text).toContain(
      'Hãy ghi số ngày làm việc, từ 1 đến 60.',
    )
    page = await browser.press(many, 'Lấy ý kiến cơ quan liên quan', { agencies: '2', answerDays: '2' })
    expect(page.text).toContain('Lấy ý kiến cơ quan liên quan, 2 cơ quan, trả lời trong 2 ngày làm việc')
    expect(page.text).toContain('Hạn bước “phần việc của cơ quan phối hợp thứ 2”: 10:00, 23/11/2026')
    page = await browser.press(page, 'Cơ quan phối hợp thứ 1 trả lời')
    page = await browser.press(page, 'Cơ quan phối hợp thứ 2 trả lời')
    expect(page.text).toContain('Trạng thái: Đang thẩm định')
    page = await browser.press(page, 'Lập dự thảo kết quả')
    for (const act of [
      'Hoàn thành bước “Thẩm định hồ sơ”',
      'Hoàn thành bước “Soát xét kết quả thẩm định”',
      'Hoàn thành bước “Ký duyệt kết quả”',
      'Cấp số, phát hành kết quả',
      'Trả kết quả',
    ])
      page = await browser.press(page, act)
    expect(page.text).toContain('Đã trả kết quả')
    expect(page.text).toContain('Không còn bước nào')
    const english = await browser.get(page.url)
    expect(english.status).toBe(200)
  })

  test('name and limit are edited, the acts stay and run again; a name taken or a page out of date is answered', async () => {
    const draft = await findDraft(database, procedureId)
    if (!draft) throw new Error('There is no draft')
    const [line] = await trialLines(database, draft.templateId, draft.processId)
    let form = await browser.get(`${address}/${line?.id}/sua`)
    const wrong = await browser.press(form, 'Lưu thay đổi', { name: '', limitAmount: '0' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Hãy ghi tên kịch bản.')
    expect(wrong.text).toContain('Thời hạn lớn hơn 0.')
    const other = await browser.press(await browser.get(`${address}/moi`), 'Lập kịch bản thử', {
      name: 'Kịch bản khác',
      date: '2026-11-18',
    })
    const taken = await browser.press(form, 'Lưu thay đổi', { name: 'Kịch bản khác' })
    expect(taken.status).toBe(409)
    expect(taken.text).toContain('Đã có kịch bản thử tên này. Hãy đặt tên khác.')
    const edited = await browser.press(form, 'Lưu thay đổi', { limitAmount: '7' })
    expect(edited.url).toBe(`${address}/${line?.id}`)
    expect(edited.text).toContain('Ngày hẹn trả 09:00, 30/11/2026')
    expect(await trialLines(database, draft.templateId, draft.processId)).toMatchObject([
      { name: 'Đi hết quy trình', standing: 'green', assertions: 2 },
      { name: 'Kịch bản khác' },
    ])
    const stale = await browser.press(form, 'Lưu thay đổi', { limitAmount: '9' })
    expect(stale.status).toBe(409)
    form = await browser.get(`${address}/${line?.id}/sua`)
    expect(form.html).toContain('value="7"')
    await browser.press(await browser.get(`${other.url}/bo`), 'Bỏ kịch bản thử')
  })

  test('what is expected otherwise is red, stands on the lists, and keeps the version from being published', async () => {
    const draft = await findDraft(database, procedureId)
    if (!draft) throw new Error('There is no draft')
    const [line] = await trialLines(database, draft.templateId, draft.processId)
    expect(line).toMatchObject({ standing: 'green', assertions: 2 })
    let page = await browser.get(`${address}/${line?.id}`)
    page = await browser.post(page.url, {
      _action: 'expect-state',
      state: 'CORRECTING',
      revision: /name="revision" value="(\d+)"/.exec(page.html)?.[1],
    })
    expect(page.text).toContain('Kịch bản này không đạt')
    expect(page.text).toContain('Thấy: Trạng thái: Đã trả kết quả')
    const list = await browser.get('/quy-trinh')
    expect(list.text).toContain('1 kịch bản thử không đạt')
    expect(list.html).toContain(`${address}/${line?.id}`)
    const publish = await browser.get(`/quy-trinh/${procedure.code}/cong-bo`)
    expect(publish.text).toContain('Chưa công bố được')
    expect(publish.text).not.toContain('Xem trước khi công bố')
    // Also for who posts past the page.
    const posted = await browser.post(`/quy-trinh/${procedure.code}/cong-bo`, { ...publishing, _action: 'confirm' })
    expect(posted.text).toContain('kịch bản thử không đạt (Đi hết quy trình)')
    // Somebody else's page is out of date.
    const stale = await browser.post(`${address}/${line?.id}`, { _action: 'undo', revision: '1' })
    expect(stale.status).toBe(409)
    page = await browser.press(await browser.get(`${address}/${line?.id}`), 'Bỏ việc cuối')
    await perform({ kind: 'officer', id: controllerId }, saveProcessDraft, {
      processId: draft.processId,
      revision: draft.revision,
      graph: { ...draft.graph, nodes: draft.graph.nodes.map((node) => (node.id === 'end' ? { ...node, name: 'Xong' } : node)) },
    })
    expect((await browser.get(address)).text).toContain('Chưa chạy')
    const ran = await browser.press(await browser.get(address), 'Chạy lại tất cả')
    expect(ran.text).not.toContain('Chưa chạy')
    const preview = await browser.press(await browser.get(`/quy-trinh/${procedure.code}/cong-bo`), 'Xem trước khi công bố', publishing)
    const done = await browser.press(preview, 'Công bố phiên bản 1')
    expect(done.url).toBe(`/quy-trinh/${procedure.code}`)
  })

  test('an unknown dossier is answered at its code; a trial of another process is not found; a trial is asked about before it goes', async () => {
    const page = await browser.press(await browser.get(`${address}/ghi-lai`), 'Ghi lại từ hồ sơ đã xong', {
      code: 'H50-000000-0000',
      name: 'Không có',
    })
    expect(page.status).toBeGreaterThanOrEqual(400)
    expect(page.html).toContain('value="H50-000000-0000"')
    const { id } = await database.selectFrom('processTrial').select('id').executeTakeFirstOrThrow()
    expect((await browser.get(`/quy-trinh/chung/thu/${id}`)).status).toBe(404)
    const gone = await browser.press(await browser.get(`${address}/${id}/bo`), 'Bỏ kịch bản thử')
    expect(gone.text).toContain('Chưa có kịch bản thử nào')
  })
})
