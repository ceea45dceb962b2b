/** The pages of people and work, by request and without a script: what is typed wrongly is answered at its field, what is done is told task by task. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { aWorkplace, holderOf, PASSWORD, type Person, type TaskAt } from '../../../../tests/support/work.ts'
import { claimTask } from '../../../modules/workflow/index.ts'
import { localDate } from '../../../platform/text/dates.ts'

const app = await testApp()
const place = await aWorkplace(app)
const browser = browsing(app.server)
const DAY = 86_400_000
const day = (offset: number) => localDate(new Date(app.clock.now().getTime() + offset * DAY))
const head = await place.anOfficer('division-head')
const people = [await place.anOfficer('specialist'), await place.anOfficer('specialist')] as const

const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

async function as(person: Person) {
  browser.forget()
  await browser.signIn(person.username, PASSWORD)
  return browser
}

/** A form with several ticks. */
const post = (path: string, fields: [string, string][]) =>
  browser.send(path, new URLSearchParams(fields) as unknown as Record<string, string>)

const tick = ({ dossierId, taskNumber }: TaskAt): [string, string] => ['viec', `${dossierId}-${taskNumber}`]

describe('bulk actions on the list', () => {
  let tasks: TaskAt[] = []
  beforeAll(async () => {
    tasks = [await place.aDossier(), await place.aDossier(), await place.aDossier()]
  })

  test('nothing ticked: said, with the way back', async () => {
    await as(head)
    const page = await post('/lam-viec/hang-loat', [['lam', 'nhan']])
    expect(page.status).toBe(422)
    expect(text(page.html)).toContain('Bạn chưa chọn việc nào')
  })

  test('claim: one answer a task; what somebody else holds is refused by name, and the others are done', async () => {
    const other = await place.anOfficer('division-head')
    const [first, second, third] = tasks as [TaskAt, TaskAt, TaskAt]
    await app.services.perform(other.actor, claimTask, second)
    await as(head)
    const list = await browser.open('/lam-viec?ds=cho-nhan')
    expect(list.html).toContain(`name="viec" value="${first.dossierId}-${first.taskNumber}" form="hang-loat"`)
    const page = await post('/lam-viec/hang-loat', [['lam', 'nhan'], tick(first), tick(second), tick(third)])
    expect(text(page.html)).toContain('Đã làm 2 trong 3 việc')
    expect(text(page.html)).toContain(`Hồ sơ đang do ${other.fullName} xử lý`)
    expect(await holderOf(app, first)).toBe(head.id)
    expect(await holderOf(app, second)).toBe(other.id)
  })

  test('a task that stands on none of my lists tells nothing about itself', async () => {
    const [task] = tasks as [TaskAt]
    await as(people[0])
    const page = await post('/lam-viec/hang-loat', [['lam', 'nhan'], tick(task), ['viec', '999999-1'], ['viec', 'x']])
    expect(text(page.html)).toContain('Đã làm 0 trong 2 việc')
    expect(page.html).not.toContain(task.code)
  })

  test('spread: asks first and shows the shares, wants a reason and keeps the ticks, then gives evenly', async () => {
    const mine = await Promise.all(Array.from({ length: 4 }, () => place.aDossierOf(people[0])))
    await as(head)
    const ask = await post('/lam-viec/hang-loat', [['lam', 'chia'], ...mine.map(tick)])
    expect(text(ask.html)).toContain('Dự kiến chia')
    const again = await post('/lam-viec/hang-loat', [['lam', 'chia'], ['chac', '1'], ['reason', 'ừ'], ...mine.map(tick)])
    expect(again.status).toBe(422)
    expect(text(again.html)).toContain('Hãy ghi lý do, ít nhất 5 ký tự.')
    expect(again.html).toContain('>ừ</textarea>')
    expect(again.html).toContain(`value="${mine[3]?.dossierId}-${mine[3]?.taskNumber}"`)
    const done = await post('/lam-viec/hang-loat', [
      ['lam', 'chia'],
      ['chac', '1'],
      ['khoa', 'chia-1'],
      ['reason', 'Cân đối việc trong phòng'],
      ...mine.map(tick),
    ])
    expect(text(done.html)).toContain('Đã làm xong cả 4 việc.')
    const holders = await Promise.all(mine.map((task) => holderOf(app, task)))
    expect(new Set(holders).size).toBeGreaterThan(1)
  })

  test('give: without a name it is asked for; with one, each task says who has it', async () => {
    const [task] = [await place.aDossierOf(people[0])]
    await as(head)
    const fields: [string, string][] = [
      ['lam', 'giao'],
      ['chac', '1'],
      ['reason', 'Người giữ đang quá tải'],
    ]
    const asked = await post('/lam-viec/hang-loat', [...fields, tick(task)])
    expect(asked.status).toBe(422)
    expect(text(asked.html)).toContain('Hãy chọn người nhận việc.')
    const done = await post('/lam-viec/hang-loat', [...fields, ['toOfficerId', String(people[1].id)], tick(task)])
    expect(text(done.html)).toContain(`Đã giao cho ${people[1].fullName}`)
    expect(await holderOf(app, task)).toBe(people[1].id)
  })
})

describe('the work of my units', () => {
  test('a leader sees who holds what and filters by holder; a specialist has no such page', async () => {
    const task = await place.aDossierOf(people[1])
    await as(head)
    const page = await browser.open(`/lam-viec/don-vi?nguoi=${people[1].id}`)
    expect(page.html).toContain(task.code)
    expect(text(page.html)).toContain(people[1].fullName)
    const nobody = await browser.open('/lam-viec/don-vi?nguoi=chua-ai')
    expect(nobody.html).not.toContain(task.code)
    await as(people[0])
    expect((await browser.open('/lam-viec/don-vi')).status).toBe(403)
  })
})

describe('absence', () => {
  test('what is wrong is said at its field, what was typed stays; then it is recorded, and the substitute reads whose work it is', async () => {
    const [who, substitute] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    const task = await place.aDossierOf(who)
    await as(who)
    const form = { firstDay: day(0), lastDay: day(-1), substituteId: String(substitute.id), reason: 'Nghỉ phép năm' }
    const wrong = await browser.send('/vang-mat', form)
    expect(wrong.status).toBe(422)
    expect(text(wrong.html)).toContain('Ngày cuối cùng phải từ ngày đầu tiên trở đi.')
    expect(wrong.html).toContain('value="Nghỉ phép năm"')
    const done = await browser.send('/vang-mat', { ...form, lastDay: day(1) })
    expect(text(done.html)).toContain('Đã ghi nhận vắng mặt.')
    expect(text(done.html)).toContain('Đang vắng')
    await as(substitute)
    const list = await browser.open('/lam-viec')
    expect(list.html).toContain(task.code)
    expect(text(list.html)).toContain(`(làm thay ${who.fullName})`)
    expect((await browser.open(`/ho-so/${task.code}`)).status).toBe(200)
  })

  test('a leader records it for her people and is led to handing over; others she does not manage are closed to her', async () => {
    const [who, stranger] = [await place.anOfficer('specialist'), await place.anOfficer('specialist', place.desk.unitId)]
    await as(head)
    const form = { firstDay: day(0), lastDay: day(2), substituteId: String(people[1].id), reason: 'Đi công tác' }
    expect((await browser.send(`/vang-mat?cho=${who.id}`, form)).html).toContain(`/ban-giao?can-bo=${who.id}`)
    expect((await browser.open(`/vang-mat?cho=${stranger.id}`)).status).toBe(403)
    expect((await browser.send(`/vang-mat?cho=${stranger.id}`, form)).status).toBe(403)
  })
})

describe('handing over', () => {
  test('a preview of what moves, a reason at its field, one answer a task; sent twice it is done once', async () => {
    const [leaver, successor] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    const tasks = [await place.aDossierOf(leaver), await place.aDossierOf(leaver)]
    await as(head)
    expect((await browser.open('/ban-giao')).html).toContain(`/ban-giao?can-bo=${leaver.id}`)
    const preview = await browser.open(`/ban-giao?can-bo=${leaver.id}`)
    expect(text(preview.html)).toContain('Việc sẽ chuyển: 2')
    for (const { code } of tasks) expect(preview.html).toContain(code)
    const form = { officerId: String(leaver.id), toOfficerId: String(successor.id), reason: '', khoa: 'ban-giao-1' }
    const wrong = await browser.send(`/ban-giao?can-bo=${leaver.id}`, form)
    expect(wrong.status).toBe(422)
    expect(text(wrong.html)).toContain('Hãy ghi lý do, ít nhất 5 ký tự.')
    const right = { ...form, reason: 'Chuyển công tác từ tháng 12' }
    const done = await browser.send(`/ban-giao?can-bo=${leaver.id}`, right)
    expect(text(done.html)).toContain('Đã chuyển 2 trong 2 việc.')
    expect(text(done.html)).toContain(`Đã giao cho ${successor.fullName}`)
    expect(text((await browser.send(`/ban-giao?can-bo=${leaver.id}`, right)).html)).toContain('Đã chuyển 2 trong 2 việc.')
    const { rows } = await app.handle.pool.query(
      `select count(*)::int as n from dossier_action where dossier_id = $1 and kind = 'task-handed-over'`,
      [tasks[0]?.dossierId],
    )
    expect(rows).toEqual([{ n: 1 }])
    expect(text((await browser.open(`/ho-so/${tasks[0]?.code}?phan=qua-trinh`)).html)).toContain('Chuyển công tác từ tháng 12')
  })
})

describe('saved filters', () => {
  test('what is filtered can be saved, stands in the rail with its count, and is removed', async () => {
    const who = await place.anOfficer('specialist')
    await place.aDossierOf(who)
    await as(who)
    const list = await browser.open('/lam-viec?buoc=appraisal')
    expect(list.html).toContain('/lam-viec/bo-loc?buoc=appraisal')
    const form = await browser.open('/lam-viec/bo-loc?buoc=appraisal')
    expect(form.html).toMatch(/<option value="appraisal" selected/)
    const wrong = await browser.send('/lam-viec/bo-loc', { name: '', list: 'mine', kind: 'appraisal' })
    expect(wrong.status).toBe(422)
    expect(text(wrong.html)).toContain('Hãy đặt tên cho bộ lọc.')
    expect(wrong.html).toMatch(/<option value="appraisal" selected/)
    const saved = await browser.send('/lam-viec/bo-loc', { name: 'Thẩm định của tôi', list: 'mine', kind: 'appraisal' })
    expect(saved.html).toMatch(/href="\/lam-viec\?buoc=appraisal"[^>]*><span>Thẩm định của tôi<\/span><span class="count">1</)
    const viewId = /name="viewId" value="(\d+)"/.exec(saved.html)?.[1] ?? ''
    expect((await browser.send('/lam-viec/bo-loc/bo', { viewId, shared: 'false' })).html).not.toContain('<span>Thẩm định của tôi</span>')
  })
})

describe('notes and instructions', () => {
  test('a mention is refused at its field and what was typed stays; then it is counted and opened', async () => {
    const [who, called] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    const task = await place.aDossierOf(who)
    await as(who)
    const wrong = await browser.send(`/ho-so/${task.code}/ghi-chu`, { text: 'Nhờ @khong.ai.ca xem' })
    expect(wrong.status).toBe(422)
    expect(text(wrong.html)).toContain('Không có cán bộ nào đang hoạt động với tên đăng nhập @khong.ai.ca')
    expect(wrong.html).toContain('>Nhờ @khong.ai.ca xem</textarea>')
    expect((await browser.send(`/ho-so/${task.code}/ghi-chu`, { text: `Nhờ @${called.username} xem` })).status).toBe(200)
    await as(called)
    const list = await browser.open('/nhac-den')
    expect(text(list.html)).toContain('Chưa đọc')
    const noteId = /name="noteId" value="(\d+)"/.exec(list.html)?.[1] ?? ''
    const opened = await browser.send('/nhac-den', { noteId })
    expect(opened.path).toBe(`/ho-so/${task.code}?phan=trao-doi`)
    expect(text((await browser.open('/nhac-den')).html)).not.toContain('Chưa đọc')
  })

  test('an instruction from the dossier’s page to its answer', async () => {
    const leader = await place.anOfficer('agency-leader')
    const [who] = people
    const task = await place.aDossierOf(who)
    await as(leader)
    const form = { content: 'Giải quyết dứt điểm trong tuần', addresseeId: '', addresseeUnitId: '', amount: '2', limitUnit: 'working-day' }
    const wrong = await browser.send(`/ho-so/${task.code}/chi-dao`, form)
    expect(wrong.status).toBe(422)
    expect(text(wrong.html)).toContain('Hãy chọn một người hoặc một đơn vị thực hiện.')
    expect(wrong.html).toContain('>Giải quyết dứt điểm trong tuần</textarea>')
    const given = await browser.send(`/ho-so/${task.code}/chi-dao`, { ...form, addresseeId: String(who.id) })
    const path = /href="(\/chi-dao\/\d+)"/.exec(given.html)?.[1] ?? ''
    expect(text((await browser.open('/chi-dao?ben=toi-giao')).html)).toContain('Giải quyết dứt điểm trong tuần')
    await as(who)
    expect(text((await browser.open('/chi-dao')).html)).toContain('Chưa nhận')
    expect((await browser.send(`${path}/bao-cao`, { text: '' })).status).toBe(422)
    expect(text((await browser.send(`${path}/da-nhan`)).html)).toContain('Đã xác nhận nhận ý kiến chỉ đạo.')
    const done = await browser.send(`${path}/bao-cao`, { text: 'Đã trình ký kết quả', isFinal: 'on' })
    expect(text(done.html)).toContain('Đã xong')
    const course = await browser.open(`/ho-so/${task.code}?phan=qua-trinh`)
    expect(text(course.html)).toContain('Thực hiện xong ý kiến chỉ đạo')
    // Not for who has nothing to do with the dossier.
    await as(await place.anOfficer('agency-admin'))
    expect((await browser.open(path)).status).toBe(403)
  })
})

describe('lights', () => {
  test('the thresholds are settings: checked at their fields, and followed by every list', async () => {
    const who = await place.anOfficer('specialist')
    await place.aDossierOf(who)
    app.clock.set(new Date(app.clock.now().getTime() + 3_600_000))
    await app.handle.pool.query(`update officer set must_change_password = false where username = 'quantri'`)
    const set = async (halfPercent: string, nearPercent: string) => {
      browser.forget()
      await browser.signIn('quantri', PASSWORD)
      return browser.send('/tham-so', { name: 'Trung tâm thử nghiệm', nearDueHours: '24', halfPercent, nearPercent, undoMinutes: '30' })
    }
    const wrong = await set('75', '75')
    expect(wrong.status).toBe(422)
    expect(text(wrong.html)).toContain('Phải lớn hơn mức thứ nhất.')
    expect(text((await set('50', '100')).html)).toContain('Không quá 99')
    const light = async () => {
      await as(who)
      return /Trong hạn|Quá nửa thời hạn|Sắp đến hạn|Quá hạn(?! )/.exec(
        text((await browser.open('/lam-viec')).html)
          .split('Hạn của bước')
          .at(-1) ?? '',
      )?.[0]
    }
    expect(text((await set('98', '99')).html)).toContain('Đã lưu tham số hệ thống.')
    expect(await light()).toBe('Trong hạn')
    await set('1', '99')
    expect(await light()).toBe('Quá nửa thời hạn')
    await set('1', '2')
    expect(await light()).toBe('Sắp đến hạn')
  })
})
