/** Experts who answer by a link, through the real actions and pages. */
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { aDossierAfterAppraisal } from '../../../../tests/support/changed-process.ts'
import { expectVerified, later, messagesOf, refusal, stateOf } from '../../../../tests/support/settling.ts'
import { aWorkplace, PASSWORD } from '../../../../tests/support/work.ts'
import { publicActor } from '../../../platform/actor.ts'
import { reasonsOf } from '../../dossier/index.ts'
import { answerInvitation, askSupplement, consult, inviteExpert, revokeInvitation } from '../index.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const expert = browsing(app.server)

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF')
const QUESTION = 'Đề nghị cho ý kiến về giá trị của hiện vật.'

/** Somebody outside was asked by hand; her part waits with who asked. */
async function anOutsidePart() {
  const { dossierId, code } = await place.aDossierOf(specialist)
  const { tasks } = await perform(specialist.actor, consult, {
    dossierId,
    way: 'electronic',
    legs: [{ agency: 'Hội đồng thẩm định mỹ thuật', content: QUESTION, workingDays: 5 }],
  })
  return { dossierId, code, taskNumber: tasks[0] ?? 0 }
}

const wish = (part: { dossierId: number; taskNumber: number }, more: Record<string, unknown> = {}) => ({
  ...part,
  name: 'PGS Lê Thị Chuyên Gia',
  organisation: 'Viện Nghiên cứu minh họa',
  contact: 'chuyengia@example.vn',
  question: QUESTION,
  lastDay: '2026-12-04',
  ...more,
})

test('by hand: the link is shown once, opens what was chosen, and its answer ends the consultation', async () => {
  const part = await anOutsidePart()
  const browser = browsing(app.server)
  await browser.signIn(specialist.username, PASSWORD)
  expect((await browser.open(`/ho-so/${part.code}`)).html).toContain(`/ho-so/${part.code}/chuyen-gia`)
  const form = await browser.open(`/ho-so/${part.code}/chuyen-gia`)
  expect(form.html).toContain(QUESTION)
  const { rows } = await app.handle.pool.query('select id, name from dossier_component where dossier_id = $1 order by position', [
    part.dossierId,
  ])
  const made = await browser.send(`/ho-so/${part.code}/chuyen-gia`, {
    taskNumber: String(part.taskNumber),
    name: 'PGS Lê Thị Chuyên Gia',
    contact: 'chuyengia@example.vn',
    question: QUESTION,
    lastDay: '2026-12-04',
    componentIds: String(rows[0].id),
  })
  expect(made.status).toBe(200)
  const [, token = ''] = /\/y-kien\/([\w-]{43})/.exec(made.html) ?? []
  expect(token).not.toBe('')
  expect((await browser.open(`/ho-so/${part.code}/chuyen-gia`)).html).not.toContain(token)
  expect(await messagesOf(app, part.dossierId)).toEqual(['leg-sent', 'expert-asked'])
  const stored = await app.handle.pool.query(
    `select count(*)::int as many from expert_invitation where token_hash = $1 or question like '%' || $1 || '%'`,
    [token],
  )
  expect(stored.rows[0].many).toBe(0)

  const page = await expert.open(`/y-kien/${token}`)
  expect(page.status).toBe(200)
  expect(page.html).toContain(QUESTION)
  expect(page.html).toContain(rows[0].name)
  expect(page.html).not.toMatch(/Trần Văn Thử|0912|912345678/)
  expect(page.html).not.toContain('<script')
  for (const { name } of rows.slice(1)) expect(page.html).not.toContain(name)
  const refused = await expert.sendFiles(`/y-kien/${token}`, { answer: 'Vâng' })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Hãy chọn ý kiến của ông/bà.')
  expect(refused.html).toContain('Vâng')
  expect(
    (
      await expert.sendFiles(
        `/y-kien/${token}`,
        { verdict: 'agree', answer: 'Hiện vật có giá trị.' },
        { field: 'file', name: 'virus.exe', content: Buffer.from('MZ') },
      )
    ).status,
  ).toBe(422)
  const sent = await expert.sendFiles(
    `/y-kien/${token}`,
    { verdict: 'agree-if', answer: 'Hiện vật có giá trị, cần bảo quản.' },
    { field: 'file', name: 'Ý kiến.pdf', content: PDF },
  )
  expect(sent.html).toContain('Đã gửi ý kiến')
  expect((await stateOf(app, part.dossierId)).state).toBe('IN_APPRAISAL')
  // Again, also with something else: what was taken down the first time.
  const again = await expert.sendFiles(`/y-kien/${token}`, { verdict: 'disagree', answer: 'Tôi đổi ý kiến rồi.' })
  expect(again.html).toContain('cần bảo quản')
  const read = await browser.open(`/ho-so/${part.code}/chuyen-gia`)
  expect(read.html).toContain('Đồng ý, có điều kiện')
  expect(read.html).toMatch(/tai-lieu\/\d+/)
  expect((await browser.open(`/ho-so/${part.code}`)).html).toContain('cần bảo quản')
  const trail = await app.handle.pool.query(
    `select name, actor_kind from audit where subject_kind = 'dossier' and subject_id = $1 and name like 'settlement.%invitation' and outcome = 'done' order by id`,
    [String(part.dossierId)],
  )
  expect(trail.rows).toContainEqual({ name: 'settlement.read-invitation', actor_kind: 'public' })
  expect(trail.rows.at(-1)).toEqual({ name: 'settlement.answer-invitation', actor_kind: 'public' })
  await expectVerified(app)
})

test('as a step of the process: the answer brings the dossier on', async () => {
  const { dossierId } = await aDossierAfterAppraisal(
    app,
    place,
    { id: 'expert', kind: 'outside', name: 'Xin ý kiến chuyên gia', lane: 'unit', limit: { amount: 5, unit: 'working-day' } },
    [{ key: 'unit', name: 'Chuyên viên', place: 'settling', roleCode: 'specialist' }],
  )
  const { open } = await stateOf(app, dossierId)
  expect(open).toMatchObject([{ kind: 'outside' }])
  const { token } = await perform(specialist.actor, inviteExpert, wish({ dossierId, taskNumber: open[0]?.number ?? 0 }))
  await perform(publicActor, answerInvitation, { token, verdict: 'agree', answer: 'Nhất trí với đề nghị.' })
  expect((await stateOf(app, dossierId)).open).toMatchObject([{ kind: 'review' }])
  await expectVerified(app)
})

test('while the applicant supplements, the answer is kept and the step stays with its officer', async () => {
  const { dossierId } = await aDossierAfterAppraisal(
    app,
    place,
    { id: 'expert', kind: 'outside', name: 'Xin ý kiến chuyên gia', lane: 'unit', limit: { amount: 5, unit: 'working-day' } },
    [{ key: 'unit', name: 'Chuyên viên', place: 'settling', roleCode: 'specialist' }],
  )
  const number = (await stateOf(app, dossierId)).open[0]?.number ?? 0
  const { token } = await perform(specialist.actor, inviteExpert, wish({ dossierId, taskNumber: number }))
  const row = await database
    .selectFrom('dossierComponent')
    .select('id')
    .where('dossierId', '=', dossierId)
    .orderBy('position')
    .executeTakeFirstOrThrow()
  const leader = await place.anOfficer('agency-leader')
  const [reason] = await reasonsOf(database, 'supplement')
  const fault = { subject: `c${row.id}`, reasonCode: reason?.code, text: 'Thiếu bản chính của giấy tờ.' }
  await perform(leader.actor, askSupplement, { dossierId, faults: [fault], guideName: 'Lê Hướng Dẫn', guidePhone: '0905123456' })
  await perform(publicActor, answerInvitation, { token, verdict: 'none', answer: 'Không thuộc chuyên môn của tôi.' })
  expect((await stateOf(app, dossierId)).open).toMatchObject([{ number, kind: 'outside' }])
  expect(await database.selectFrom('expertInvitation').select('verdict').where('dossierId', '=', dossierId).execute()).toEqual([
    { verdict: 'none' },
  ])
  await expectVerified(app)
})

test('a link that was withdrawn, replaced, has ended or never was opens nothing', async () => {
  const part = await anOutsidePart()
  const first = await perform(specialist.actor, inviteExpert, wish(part))
  const second = await perform(specialist.actor, inviteExpert, wish(part, { name: 'TS Trần Văn Hai', lastDay: '2026-11-20' }))
  const opened = async (token: string) => (await expert.open(`/y-kien/${token}`)).status
  expect([await opened(first.token), await opened(second.token), await opened('x'.repeat(43))]).toEqual([404, 200, 404])
  const [gone, unknown] = [await expert.open(`/y-kien/${first.token}`), await expert.open(`/y-kien/${'x'.repeat(43)}`)]
  const plain = (html: string) => html.replace(/[\w-]{36,43}/g, '')
  expect(plain(gone.html)).toBe(plain(unknown.html))
  const before = app.clock.now()
  later(app, 4 * 1440)
  expect(await opened(second.token)).toBe(410)
  expect(
    await refusal(perform(publicActor, answerInvitation, { token: second.token, verdict: 'agree', answer: 'Nhất trí.' })),
  ).toMatchObject({ code: 'settlement.invitation-over' })
  app.clock.set(before)
  await perform(specialist.actor, revokeInvitation, { dossierId: part.dossierId, invitationId: second.invitationId })
  expect(await opened(second.token)).toBe(404)
  expect(
    await refusal(perform(specialist.actor, revokeInvitation, { dossierId: part.dossierId, invitationId: second.invitationId })),
  ).toMatchObject({ code: 'settlement.invitation-over' })
  await expectVerified(app)
})

test('two answers at the same moment: one is taken', async () => {
  const part = await anOutsidePart()
  const { token } = await perform(specialist.actor, inviteExpert, wish(part))
  const outcomes = await Promise.allSettled(
    ['agree', 'disagree', 'agree-if'].map((verdict) =>
      perform(publicActor, answerInvitation, { token, verdict, answer: 'Ý kiến của tôi.' }),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expectVerified(app)
})

test('is asked for by who has the task, for a task that waits for somebody outside, with a day that is good', async () => {
  const part = await anOutsidePart()
  const other = await place.anOfficer('specialist')
  const { rows } = await app.handle.pool.query('select id from dossier_component where dossier_id <> $1 limit 1', [part.dossierId])
  const refused = (more: Record<string, unknown>, who = specialist) => refusal(perform(who.actor, inviteExpert, wish(part, more)))
  expect((await refused({ name: '', contact: '', question: 'x', lastDay: 'mai' })).fields).toMatchObject({
    name: 'Hãy ghi họ tên chuyên gia.',
    lastDay: 'Hãy ghi ngày hết hạn của đường dẫn.',
  })
  expect((await refused({ lastDay: '2026-11-17' })).fields).toHaveProperty('lastDay')
  expect((await refused({ lastDay: '2027-11-17' })).fields).toHaveProperty('lastDay')
  expect((await refused({ componentIds: [rows[0].id] })).fields).toHaveProperty('componentIds')
  expect(await refused({ taskNumber: 1 })).toMatchObject({ code: 'settlement.no-expert-awaited' })
  expect((await refused({}, other)).code).toMatch(/workflow.(held-by-other|not-yours)/)
  expect(await refusal(perform(publicActor, inviteExpert, wish(part)))).toMatchObject({ code: 'access.sign-in' })
})
