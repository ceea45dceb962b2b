/** The forms of the acts, pressed as a browser without scripts presses them: offered where they may be made, refused at their field with what was typed, done once. */
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../../tests/support/app.ts'
import { browserOf } from '../../../../../tests/support/browser.ts'
import { aWorkplace } from '../../../../../tests/support/work.ts'
import { instantAt } from '../../../../platform/text/dates.ts'

const app = await testApp()
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const leader = await place.anOfficer('agency-leader')
const head = await place.anOfficer('centre-head', place.desk.unitId)
const browsers = {
  specialist: await browserOf(app, specialist.id),
  leader: await browserOf(app, leader.id),
  head: await browserOf(app, head.id),
  desk: await browserOf(app, place.desk.receptionists[0]),
}
beforeEach(() => app.clock.set(instantAt('2026-11-16', '08:30')))

const act = (code: string, slug: string) => `/ho-so/${code}/viec/${slug}`

describe('the dossier’s page', () => {
  test('offers each person what she may do now, and says why a usual act is not possible', async () => {
    const { code } = await place.aDossierOf(specialist)
    const forLeader = await browsers.leader.get(`/ho-so/${code}`)
    for (const slug of ['gia-han', 'yeu-cau-bo-sung', 'tu-choi-giai-quyet', 'dung-ho-so'])
      expect(forLeader.html, slug).toContain(`href="${act(code, slug)}"`)
    expect(forLeader.html).not.toContain(act(code, 'xin-loi'))
    const forSpecialist = await browsers.specialist.get(`/ho-so/${code}`)
    for (const slug of ['de-xuat-bo-sung', 'xac-minh']) expect(forSpecialist.html, slug).toContain(act(code, slug))
    expect(forSpecialist.html).not.toContain(act(code, 'gia-han'))
    app.clock.set(instantAt('2026-11-23', '08:00'))
    const dayBefore = await browserOf(app, leader.id)
    expect((await dayBefore.get(`/ho-so/${code}`)).text).toMatch(
      /Xin lỗi, gia hạn thời gian giải quyết: Chỉ được gia hạn khi còn ít nhất 01 ngày/,
    )
  })
})

describe('extension', () => {
  test('keeps what was typed when the date is wrong, then is done', async () => {
    const { code } = await place.aDossierOf(specialist)
    const page = await browsers.leader.get(act(code, 'gia-han'))
    expect(page.text).toContain('Mẫu số 04 Thông tư 03/2025/TT-VPCP')
    const typed = { reasonCode: 'complex-matter', text: 'Cần thêm ý kiến chuyên gia.', newDueOn: '2026-11-29' }
    const refused = await browsers.leader.press(page, 'Xin lỗi, gia hạn thời gian giải quyết', typed)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Cần thêm ý kiến chuyên gia.')
    expect(refused.text).toContain('Chọn ngày và giờ làm việc của cơ quan giải quyết')
    const done = await browsers.leader.press(refused, 'Xin lỗi, gia hạn thời gian giải quyết', { ...typed, newDueOn: '2026-11-27' })
    expect(done.url).toBe(`/ho-so/${code}`)
    expect(done.text).toContain('27/11/2026')
  })
})

describe('no apology owed', () => {
  test('is recorded with what proves it, and offered only while an apology is owed', async () => {
    const { code } = await place.aDossierOf(specialist)
    app.clock.set(instantAt('2026-12-01', '08:30'))
    const leaderToday = await browserOf(app, leader.id)
    expect((await leaderToday.get(`/ho-so/${code}`)).html).toContain(act(code, 'khong-phai-xin-loi'))
    const page = await leaderToday.get(act(code, 'khong-phai-xin-loi'))
    const typed = { reasonCode: 'calamity', text: 'Bão làm mất điện bốn ngày.' }
    const refused = await leaderToday.press(page, 'Ghi nhận không phải xin lỗi', typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Hãy ghi văn bản, tài liệu chứng minh.')
    expect(refused.html).toContain('Bão làm mất điện bốn ngày.')
    const evidence = 'Công văn số 312/UBND-NC ngày 09/11/2026'
    const done = await leaderToday.press(refused, 'Ghi nhận không phải xin lỗi', { ...typed, evidence })
    expect(done.url).toBe(`/ho-so/${code}`)
    expect(done.html).not.toContain(act(code, 'khong-phai-xin-loi'))
    expect(done.text).toContain(evidence)
  })
})

describe('supplement', () => {
  test('is proposed, approved as it was proposed, and taken in two parts', async () => {
    const { code } = await place.aDossierOf(specialist)
    const form = await browsers.specialist.get(act(code, 'de-xuat-bo-sung'))
    const wrong = await browsers.specialist.press(form, 'Đề xuất yêu cầu bổ sung', {
      'faults.0.isMarked': 'on',
      'faults.1.isMarked': undefined,
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Hãy ghi rõ phải bổ sung, sửa gì')
    const proposed = await browsers.specialist.press(wrong, 'Đề xuất yêu cầu bổ sung', {
      'faults.0.isMarked': 'on',
      'faults.0.reasonCode': 'component-invalid',
      'faults.0.text': 'Đơn thiếu chữ ký.',
      'faults.1.isMarked': 'on',
      'faults.1.answer': 'Mục 3, địa chỉ',
      'faults.1.reasonCode': 'form-incomplete',
      'faults.1.text': 'Ghi đủ số nhà.',
    })
    expect(proposed.url).toBe(`/ho-so/${code}`)
    const approval = await browsers.leader.get(act(code, 'yeu-cau-bo-sung'))
    expect(approval.html).toContain('Mục 3, địa chỉ')
    const asked = await browsers.leader.press(approval, 'Yêu cầu bổ sung sau tiếp nhận')
    expect(asked.url).toBe(`/ho-so/${code}`)
    expect(asked.text).toContain('Chờ bổ sung')
    const desk = await browsers.desk.get(act(code, 'tiep-nhan-bo-sung'))
    expect(desk.text).toContain('Đơn thiếu chữ ký.')
    const half = await browsers.desk.press(desk, 'Tiếp nhận hồ sơ bổ sung', { 'brought.0.isDone': 'on', 'brought.0.originals': '1' })
    expect(half.text).toContain('Chờ bổ sung')
    const rest = await browsers.desk.get(act(code, 'tiep-nhan-bo-sung'))
    expect(rest.text).toContain('đã bổ sung ngày 16/11/2026')
    const file = { field: 'brought.1.files', name: 'to-khai.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.4\n%%EOF\n') }
    const whole = await browsers.desk.press(rest, 'Tiếp nhận hồ sơ bổ sung', { 'brought.1.isDone': 'on' }, [file])
    expect(whole.text).toContain('Đang thẩm định')
    expect((await browsers.desk.get(`/ho-so/${code}?phan=thanh-phan`)).text).toContain('to-khai.pdf')
  })
})

describe('withdrawal', () => {
  test('is recorded at the desk, confirmed by its head with the originals, and shown as ended', async () => {
    const { code } = await place.aDossierOf(specialist)
    const form = await browsers.desk.get(act(code, 'de-nghi-rut'))
    const refused = await browsers.desk.press(form, 'Đề nghị rút hồ sơ', { reasonCode: 'no-need', isIdentified: undefined })
    expect(refused.text).toMatch(/Chưa xác định được người nộp.*Điều 17/)
    const recorded = await browsers.desk.press(refused, 'Đề nghị rút hồ sơ', { reasonCode: 'no-need', isIdentified: 'on' })
    expect(recorded.url).toBe(`/ho-so/${code}`)
    const confirm = await browsers.head.get(act(code, 'dung-theo-de-nghi'))
    expect(confirm.text).toContain('Không còn nhu cầu thực hiện thủ tục')
    const done = await browsers.head.press(confirm, 'Dừng giải quyết theo đề nghị')
    expect(done.text).toContain('Dừng theo đề nghị của người nộp')
    // What is over can be opened, and says so instead of asking.
    expect((await browsers.head.get(act(code, 'dung-theo-de-nghi'))).text).toContain('Người nộp chưa đề nghị rút hồ sơ.')
  })
})

describe('refusal and verification', () => {
  test('a verification ends with minutes, then the leader refuses with its ground', async () => {
    const { code } = await place.aDossierOf(specialist)
    const plan = await browsers.specialist.get(act(code, 'xac-minh'))
    await browsers.specialist.press(plan, 'Thẩm tra, xác minh', {
      plannedOn: '2026-11-17',
      place: 'Số 12 Lê Lợi',
      content: 'Hiện trạng cơ sở.',
    })
    const minutes = await browsers.specialist.get(act(code, 'ket-thuc-xac-minh'))
    const written = await browsers.specialist.press(minutes, 'Kết thúc xác minh', {
      participants: 'Trần Văn Thử, chủ cơ sở',
      findings: 'Không đúng hiện trạng.',
      conclusion: 'Không đủ điều kiện.',
    })
    expect(written.url).toBe(`/ho-so/${code}`)
    const letter = await browsers.leader.get(act(code, 'tu-choi-giai-quyet'))
    const done = await browsers.leader.press(letter, 'Từ chối giải quyết (có văn bản)', {
      reasonCode: 'verification-negative',
      text: 'Kết quả xác minh không đạt.',
      legalBasis: 'Khoản 2 Điều 15 Nghị định 144/2020/NĐ-CP',
    })
    expect(done.text).toContain('Từ chối giải quyết (có văn bản), chờ trả')
  })
})
