/** The list of filings, the check and its four answers, through the real pages. */
import { describe, expect, test } from 'vitest'
import { fileOnline, newDraftKey, saveDraft } from '#modules/intake/index.ts'
import { systemActor } from '#platform/actor.ts'
import { instantAt } from '#platform/text/dates.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'

const app = await testApp()
const { database, perform } = app.services
const desk = await aDesk(app)
const online = await aProcedure(app, desk, {
  channels: [{ channel: 'online' }, { channel: 'counter' }],
  components: [{ name: 'Đơn đề nghị' }, { name: 'Bản vẽ', isRequired: false }] as never,
})
const [form] = online.componentIds
const browser = browsing(app.server)
await browser.signIn('tiepnhan1', 'MotCua#2026')

const file = () =>
  perform(systemActor('test'), fileOnline, {
    procedureCaseId: online.caseId,
    receivingUnitId: desk.unitId,
    owner: { name: 'Phạm Thị Gửi Mạng', identifier: '044190009301' },
    components: [{ componentId: form, copies: 1 }],
    returnMethod: 'electronic',
  })
const stateOf = async (code: string) =>
  (await database.selectFrom('dossier').select('state').where('code', '=', code).executeTakeFirstOrThrow()).state
const at = (stamp: string) => app.clock.set(instantAt(stamp.slice(0, 10), stamp.slice(11)))

describe('chờ tiếp nhận', () => {
  test('shows what waits, red when nobody has opened it for two working hours, and in the rail', async () => {
    at('2026-11-18T09:00')
    const { code } = await file()
    const list = await browser.open('/cho-tiep-nhan')
    expect(list.html).toContain(code)
    expect(list.html).not.toContain('Quá 2 giờ chưa xem')
    at('2026-11-18T11:01')
    await browser.signIn('tiepnhan1', 'MotCua#2026')
    expect((await browser.open('/cho-tiep-nhan')).html).toContain('Quá 2 giờ chưa xem')
    expect((await browser.open(`/cho-tiep-nhan/${code}`)).status).toBe(200)
    expect((await browser.open('/cho-tiep-nhan')).html).not.toContain('Quá 2 giờ chưa xem')
    at('2026-11-19T09:01')
    await browser.signIn('tiepnhan1', 'MotCua#2026')
    expect((await browser.open('/cho-tiep-nhan')).html).toContain('Quá hạn')
    at('2026-11-18T09:05')
    await browser.signIn('tiepnhan1', 'MotCua#2026')
  })

  test('accepted only when ticked as complete; then it is a dossier with its receipt', async () => {
    at('2026-11-18T09:10')
    const { code } = await file()
    const check = await browser.open(`/cho-tiep-nhan/${code}`)
    for (const answer of [
      'Tiếp nhận hồ sơ trực tuyến',
      'Yêu cầu bổ sung trước tiếp nhận',
      'Từ chối tiếp nhận hồ sơ trực tuyến',
      'Chuyển hồ sơ trực tuyến',
    ])
      expect(check.html).toContain(answer)
    const url = `/ho-so/${code}/viec/tiep-nhan-truc-tuyen`
    const refused = await browser.send(url, { forwards: 'on' })
    expect([refused.status, refused.html.includes('hãy yêu cầu bổ sung một lần cho đủ')]).toEqual([409, true])
    expect(await browser.send(url, { isComplete: 'on', forwards: 'on' })).toMatchObject({ status: 200, path: `/ho-so/${code}` })
    expect(await stateOf(code)).toBe('AWAITING_ASSIGNMENT')
    expect((await browser.open(`/cho-tiep-nhan/${code}`)).path).toBe(`/ho-so/${code}`)
  })

  test('a request names its fault at its line, keeps what was typed, and is answered at the desk', async () => {
    at('2026-11-18T09:20')
    const { code } = await file()
    const url = `/ho-so/${code}/viec/bo-sung-truoc-tiep-nhan`
    const page = await browser.open(url)
    const held = /name="faults\.0\.dossierComponentId" value="(\d+)"/.exec(page.html)?.[1]
    const wrong = await browser.send(url, {
      'faults.0.dossierComponentId': held ?? '',
      'faults.0.reasonCode': 'form-incomplete',
      'faults.0.text': '',
      note: 'Gửi lại bản rõ.',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Hãy ghi rõ nội dung')
    expect(wrong.html).toContain('Gửi lại bản rõ.')
    await browser.send(url, {
      'faults.0.dossierComponentId': held ?? '',
      'faults.0.reasonCode': 'form-incomplete',
      'faults.0.text': 'Thiếu chữ ký của chủ hồ sơ.',
      'faults.1.componentId': String(online.componentIds[1]),
      'faults.1.reasonCode': '',
      'faults.1.text': '',
    })
    expect(await stateOf(code)).toBe('AWAITING_INTAKE_SUPPLEMENT')
    const answer = await browser.open(`/ho-so/${code}/viec/nop-bo-sung`)
    expect(answer.html).toContain('Thiếu chữ ký của chủ hồ sơ.')
    const close = await browser.open(`/ho-so/${code}`)
    expect(close.status).toBe(200)
  })

  test('refused with a reason; another receptionist’s list no longer has it', async () => {
    at('2026-11-18T09:30')
    const { code } = await file()
    await browser.send(`/ho-so/${code}/viec/tu-choi-tiep-nhan`, { reasonCode: 'filed-twice', text: 'Đã có hồ sơ cùng nội dung.' })
    expect(await stateOf(code)).toBe('NOT_ACCEPTED')
    expect((await browser.open('/cho-tiep-nhan')).html).not.toContain(code)
  })

  test('at the desk: what was entered is refused with form 03, and the entry is over', async () => {
    at('2026-11-18T09:40')
    const { id: ownerId } = await database
      .selectFrom('party')
      .select('id')
      .where('name', '=', 'Phạm Thị Gửi Mạng')
      .executeTakeFirstOrThrow()
    const officer = await database.selectFrom('officer').select('id').where('username', '=', 'tiepnhan1').executeTakeFirstOrThrow()
    const key = newDraftKey()
    const entered = { 'owner.id': String(ownerId), caseId: String(online.caseId), channel: 'counter' }
    await perform({ kind: 'officer', id: officer.id }, saveDraft, { key, unitId: desk.unitId, form: entered })
    const form = await browser.send(`/tiep-nhan/${key}`, { _action: 'refuse' })
    expect([form.status, form.path]).toEqual([200, `/tiep-nhan/${key}/tu-choi`])
    expect((await browser.send(form.path, { reasonCode: 'object-unfit', text: '' })).html).toContain('Hãy ghi rõ nội dung')
    const refused = await browser.send(form.path, { reasonCode: 'object-unfit', text: 'Không phải đối tượng của thủ tục.' })
    expect(refused.path).toContain('?phan=giay-to')
    expect(refused.html).toContain('Phiếu từ chối tiếp nhận giải quyết hồ sơ')
    expect((await browser.open(`/tiep-nhan/${key}/tu-choi`)).path).toBe('/tiep-nhan')
  })

  test('is not for who does not receive', async () => {
    browser.forget()
    await browser.signIn('thanhtra', 'MotCua#2026')
    expect((await browser.open('/cho-tiep-nhan')).status).toBe(403)
  })
})
