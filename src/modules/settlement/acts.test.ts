/** The acts between reception and result, by requests to the real program on a real database: what is allowed, each refusal with its article, and what each leaves behind. */
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { takeStep } from '../../../tests/support/take-step.ts'
import { aWorkplace, type TaskAt } from '../../../tests/support/work.ts'
import { systemActor } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { instantAt, localDate } from '../../platform/text/dates.ts'
import { dossierState, readActions } from '../dossier/index.ts'
import { assignRole, findRoleByCode } from '../identity/index.ts'
import { completeTask, tasksOf, verifyDossiers } from '../workflow/index.ts'
import { lateDossiers } from './deadline/queries/late-dossiers.ts'
import {
  acceptSupplement,
  apologiseLate,
  askSupplement,
  beginVerification,
  confirmWithdrawal,
  declineProposal,
  declineWithdrawal,
  endVerification,
  excuseLateness,
  extend,
  owingApology,
  proposeSupplement,
  recordLateness,
  refuseAfterAppraisal,
  requestWithdrawal,
  stopUnresolvable,
} from './index.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const leader = await place.anOfficer('agency-leader')
const head = await place.anOfficer('centre-head', place.desk.unitId)
const receptionist = { kind: 'officer', id: place.desk.receptionists[0] } as const

/** A Monday of the demonstration calendar. */
const MONDAY = instantAt('2026-11-16', '08:30')
beforeEach(() => app.clock.set(MONDAY))

const stateOf = async (dossierId: number) => dossierState(await readActions(database, dossierId))
const papersOf = async (dossierId: number) =>
  (await database.selectFrom('paper').select('form').where('dossierId', '=', dossierId).orderBy('id').execute()).map(({ form }) => form)
const messagesOf = async (dossierId: number) =>
  (await database.selectFrom('outgoingMessage').select('kind').where('dossierId', '=', dossierId).orderBy('id').execute()).map(
    ({ kind }) => kind,
  )

/** The refusal in both languages' sentence with its article. */
async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('It was not refused')
}
const sentence = async (work: Promise<unknown>) => (await refusalOf(work)).sentence('vi')

const componentOf = async (dossierId: number) =>
  (
    await database
      .selectFrom('dossierComponent')
      .select('id')
      .where('dossierId', '=', dossierId)
      .orderBy('position')
      .executeTakeFirstOrThrow()
  ).id

const faultsOf = async ({ dossierId }: TaskAt) => [
  { subject: `c${await componentOf(dossierId)}`, reasonCode: 'component-invalid', text: 'Đơn thiếu chữ ký của người đại diện.' },
  { subject: 'answer', answer: 'Mục 3, địa chỉ', reasonCode: 'form-incomplete', text: 'Ghi đủ số nhà, tên đường.' },
]
const appraised = () => place.aDossierOf(specialist)
const later = (days: number, time = '09:00') => app.clock.set(instantAt(localDate(new Date(MONDAY.getTime() + days * 86_400_000)), time))

async function awaiting(): Promise<TaskAt> {
  const task = await appraised()
  await perform(leader.actor, askSupplement, { ...task, faults: await faultsOf(task) })
  return task
}

const openFaults = async (dossierId: number) =>
  database
    .selectFrom('supplementFault as f')
    .innerJoin('supplementRequest as r', 'r.id', 'f.supplementRequestId')
    .select(['f.id', 'f.completedAt'])
    .where('r.dossierId', '=', dossierId)
    .where('r.outcome', 'is', null)
    .orderBy('f.position')
    .execute()
const brought = (faults: { id: number }[], more: Record<string, unknown> = {}) =>
  faults.map(({ id }) => ({ faultId: id, isDone: true, originals: 0, copies: 0, documentIds: [], ...more }))
const accept = (dossierId: number, given: unknown[], by: { kind: 'officer'; id: number } = receptionist) =>
  perform(by, acceptSupplement, { dossierId, brought: given, baseUrl: 'http://localhost' })

describe('T8: a supplement after reception', () => {
  test('is proposed by the specialist and approved by the leader: paper, message, the clock stops', async () => {
    const task = await appraised()
    const faults = await faultsOf(task)
    await perform(specialist.actor, proposeSupplement, { ...task, faults })
    expect((await stateOf(task.dossierId)).state).toBe('IN_APPRAISAL')
    expect((await refusalOf(perform(specialist.actor, proposeSupplement, { ...task, faults }))).code).toBe('settlement.proposal-open')
    expect((await refusalOf(perform(specialist.actor, askSupplement, { ...task, faults }))).code).toBe('access.denied')
    const asked = await perform(leader.actor, askSupplement, { ...task, faults })
    expect(localDate(asked.answerBy)).toBe('2026-12-08')
    const state = await stateOf(task.dossierId)
    expect(state.state).toBe('AWAITING_SUPPLEMENT')
    expect(state.clock?.standing).toBe('stopped')
    expect(state.supplements.afterReception).toBe(1)
    expect(await papersOf(task.dossierId)).toContain('SUPPLEMENT_REQUEST')
    expect(await messagesOf(task.dossierId)).toContain('supplement-asked')
    const proposal = await database
      .selectFrom('supplementProposal')
      .selectAll()
      .where('dossierId', '=', task.dossierId)
      .executeTakeFirstOrThrow()
    expect(proposal).toMatchObject({ status: 'asked', decidedById: leader.id, supplementRequestId: asked.requestId })
    // While it is awaited nobody brings the process on.
    expect((await refusalOf(perform(specialist.actor, completeTask, task))).code).toBe('workflow.paused')
  })

  test('a proposal that is given back leaves everything as it was, and another may be made', async () => {
    const task = await appraised()
    const faults = await faultsOf(task)
    await perform(specialist.actor, proposeSupplement, { ...task, faults })
    await perform(leader.actor, declineProposal, { ...task, declineText: 'Giấy tờ này đã có trong kho dữ liệu.' })
    expect((await refusalOf(perform(leader.actor, declineProposal, { ...task, declineText: 'Một lần nữa.' }))).code).toBe(
      'settlement.proposal-gone',
    )
    await perform(specialist.actor, proposeSupplement, { ...task, faults })
    expect((await stateOf(task.dossierId)).state).toBe('IN_APPRAISAL')
  })

  test('needs what is wrong, each with its reason and words', async () => {
    const task = await appraised()
    expect(await sentence(perform(leader.actor, askSupplement, { ...task, faults: [] }))).toMatch(
      /Hãy đánh dấu mọi thành phần.*Điều 11 Nghị định 118\/2025/,
    )
    const lines = [{ isMarked: true, subject: 'answer' }]
    expect(Object.keys((await refusalOf(perform(leader.actor, askSupplement, { ...task, faults: lines }))).fields)).toEqual([
      'faults.0.answer',
      'faults.0.reasonCode',
      'faults.0.text',
    ])
    const foreign = await componentOf((await appraised()).dossierId)
    const other = [{ subject: `c${foreign}`, reasonCode: 'component-invalid', text: 'Giấy của hồ sơ khác.' }]
    expect((await refusalOf(perform(leader.actor, askSupplement, { ...task, faults: other }))).code).toBe('settlement.fault-unknown')
    const refusalReason = [{ subject: 'answer', answer: 'Mục 1', reasonCode: 'not-competent', text: 'Lý do không thuộc danh mục bổ sung.' }]
    expect((await refusalOf(perform(leader.actor, askSupplement, { ...task, faults: refusalReason }))).fields).toHaveProperty('reasonCode')
  })

  test('after three working days it needs the leader’s decision, which is kept and counted', async () => {
    const task = await appraised()
    later(4)
    const faults = await faultsOf(task)
    expect(await sentence(perform(leader.actor, askSupplement, { ...task, faults }))).toMatch(/Đã quá 03 ngày làm việc.*khoản 4 Điều 19/)
    const decisionText = 'Kết quả tra cứu mới cho thấy giấy tờ không hợp lệ.'
    const { requestId } = await perform(leader.actor, askSupplement, { ...task, faults, decisionText })
    const request = await database.selectFrom('supplementRequest').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow()
    expect(request).toMatchObject({ number: 1, decidedById: leader.id, decisionText })
  })

  test('a second one needs it too', async () => {
    const task = await awaiting()
    await accept(task.dossierId, brought(await openFaults(task.dossierId)))
    const faults = await faultsOf(task)
    expect(await sentence(perform(leader.actor, askSupplement, { ...task, faults }))).toMatch(
      /Chỉ được yêu cầu bổ sung một lần.*Điều 11 Nghị định 118/,
    )
    const { number } = await perform(leader.actor, askSupplement, { ...task, faults, decisionText: 'Phát sinh giấy tờ giả, cần bản gốc.' })
    expect(number).toBe(2)
    expect((await stateOf(task.dossierId)).supplements.afterReception).toBe(2)
  })

  test('two leaders at the same moment: one request; the same key twice: one request', async () => {
    const task = await appraised()
    const other = await place.anOfficer('agency-leader')
    const faults = await faultsOf(task)
    const both = await Promise.allSettled([leader, other].map(({ actor }) => perform(actor, askSupplement, { ...task, faults })))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const again = await appraised()
    const input = { ...again, faults: await faultsOf(again) }
    const first = await perform(leader.actor, askSupplement, input, { onceKey: 'bo-sung-1' })
    expect(await perform(leader.actor, askSupplement, input, { onceKey: 'bo-sung-1' })).toMatchObject({ requestId: first.requestId })
  })
})

describe('T9: the supplement comes', () => {
  test('complete: the limit counts from zero, a new receipt, the old appointment is kept', async () => {
    const task = await awaiting()
    const before = await stateOf(task.dossierId)
    later(7, '10:00')
    const [first, second] = await openFaults(task.dossierId)
    if (!first || !second) throw new Error('Two things were asked for')
    const componentId = await componentOf(task.dossierId)
    const answer = await accept(task.dossierId, [
      { faultId: first.id, isDone: true, originals: 1, copies: 2, documentIds: [] },
      { faultId: second.id, isDone: true },
    ])
    expect(answer.isComplete).toBe(true)
    const state = await stateOf(task.dossierId)
    expect(state.state).toBe('IN_APPRAISAL')
    expect(state.clock?.appointments.map(({ dueAt }) => dueAt)).toEqual([before.clock?.dueAt, state.clock?.dueAt])
    // Five working days from ten o’clock of the Monday after; the 24th is a holiday.
    expect(state.clock?.dueAt).toEqual(instantAt('2026-12-01', '10:00'))
    const component = await database.selectFrom('dossierComponent').selectAll().where('id', '=', componentId).executeTakeFirstOrThrow()
    expect(component).toMatchObject({ originals: 2, copies: 2 })
    expect((await papersOf(task.dossierId)).filter((form) => form === 'RECEIPT_APPOINTMENT')).toHaveLength(1)
    const { data } = await database
      .selectFrom('paper')
      .select('data')
      .where('dossierId', '=', task.dossierId)
      .where('form', '=', 'RECEIPT_APPOINTMENT')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(data)).toContain('01 tháng 12 năm 2026')
    expect(await messagesOf(task.dossierId)).toContain('supplement-accepted')
    // The step’s clock goes on too.
    expect(tasksOf(await readActions(database, task.dossierId)).at(-1)?.clock.standing).toBe('running')
    expect((await refusalOf(accept(task.dossierId, brought([first])))).sentence('vi')).toContain('Hồ sơ không chờ bổ sung')
  })

  test('not complete: it waits on, the answer says what is missing, and no second request is made', async () => {
    const task = await awaiting()
    const [first, second] = await openFaults(task.dossierId)
    if (!first || !second) throw new Error('Two things were asked for')
    const answer = await accept(task.dossierId, brought([first]))
    expect(answer).toMatchObject({ isComplete: false, missing: [{ about: 'Mục 3, địa chỉ' }] })
    const state = await stateOf(task.dossierId)
    expect(state.state).toBe('AWAITING_SUPPLEMENT')
    expect(state.supplements.afterReception).toBe(1)
    expect((await accept(task.dossierId, brought([second]))).isComplete).toBe(true)
  })

  test('nothing ticked, a thing of another request, another’s file: refused', async () => {
    const task = await awaiting()
    const other = await awaiting()
    const [first] = await openFaults(task.dossierId)
    expect((await refusalOf(accept(task.dossierId, []))).code).toBe('settlement.nothing-brought')
    expect((await refusalOf(accept(task.dossierId, brought(await openFaults(other.dossierId))))).code).toBe('settlement.fault-unknown')
    expect((await refusalOf(accept(task.dossierId, [{ faultId: first?.id, isDone: true, documentIds: [999_999_999] }]))).code).toBe(
      'documents.not-yours',
    )
    expect((await refusalOf(accept(task.dossierId, brought([first as { id: number }]), specialist.actor))).code).toBe('access.denied')
  })
})

describe('T17: extension', () => {
  const wish = { reasonCode: 'complex-matter', text: 'Cần lấy thêm ý kiến chuyên gia.', newDueOn: '2026-11-27' }

  test('by the head, once, form 04, both dates kept, the applicant told', async () => {
    const task = await appraised()
    const { dueBefore, dueAfter } = await perform(leader.actor, extend, { ...task, ...wish })
    const state = await stateOf(task.dossierId)
    expect(state.clock?.dueAt).toEqual(dueAfter)
    expect(state.clock?.originalDueAt).toEqual(dueBefore)
    expect(dueAfter).toEqual(instantAt('2026-11-27', '08:30'))
    const row = await database.selectFrom('apology').selectAll().where('dossierId', '=', task.dossierId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ kind: 'extension', dueBefore, dueAfter, approvedById: leader.id })
    expect(await papersOf(task.dossierId)).toContain('APOLOGY_EXTENSION')
    expect(await messagesOf(task.dossierId)).toContain('extended')
    expect(await sentence(perform(leader.actor, extend, { ...task, ...wish, newDueOn: '2026-11-30' }))).toMatch(/đã được gia hạn một lần/)
  })

  test('refused: the day itself, a date not later, no office hours, no right, another unit, no reason', async () => {
    const task = await appraised()
    expect(await sentence(perform(leader.actor, extend, { ...task, ...wish, newDueOn: '2026-11-20' }))).toMatch(
      /Ngày hẹn mới phải sau ngày hẹn/,
    )
    expect((await refusalOf(perform(leader.actor, extend, { ...task, ...wish, newDueOn: '2026-11-29' }))).code).toBe(
      'settlement.date-not-working',
    )
    expect((await refusalOf(perform(specialist.actor, extend, { ...task, ...wish }))).code).toBe('access.denied')
    const elsewhere = await database
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', 'agency')
      .where('id', '!=', place.desk.settlingUnitId)
      .executeTakeFirst()
    if (elsewhere) {
      const stranger = await place.anOfficer('agency-leader', elsewhere.id)
      expect((await refusalOf(perform(stranger.actor, extend, { ...task, ...wish }))).code).toBe('access.denied')
    }
    expect((await refusalOf(perform(leader.actor, extend, { ...task, ...wish, text: '' }))).fields).toHaveProperty('text')
    expect((await refusalOf(perform(leader.actor, extend, { ...task, ...wish, reasonCode: 'no-need' }))).fields).toHaveProperty(
      'reasonCode',
    )
    app.clock.set(instantAt('2026-11-23', '08:00'))
    expect(await sentence(perform(leader.actor, extend, { ...task, ...wish }))).toMatch(/ít nhất 01 ngày trước ngày hết hạn.*Mẫu số 04/)
  })
})

describe('T18: lateness', () => {
  test('is written down once, and an apology moves no date', async () => {
    const task = await appraised()
    const wish = { reasonCode: 'staff-short', text: 'Số hồ sơ tăng đột biến.' }
    expect(await sentence(perform(leader.actor, apologiseLate, { ...task, ...wish, newDueOn: '2026-11-27' }))).toMatch(/Hồ sơ chưa quá hạn/)
    later(9)
    expect((await recordLateness(app.services)).failed).toBe(0)
    const facts = async () =>
      (await readActions(database, task.dossierId)).filter(({ fact }) => fact.kind === 'transition' && fact.id === 'find-overdue').length
    expect(await facts()).toBe(1)
    await recordLateness(app.services)
    expect(await facts()).toBe(1)
    const before = (await stateOf(task.dossierId)).clock?.dueAt
    expect((await refusalOf(perform(leader.actor, apologiseLate, { ...task, ...wish }))).fields).toHaveProperty('newDueOn')
    await perform(leader.actor, apologiseLate, { ...task, ...wish, newDueOn: '2026-11-30' })
    expect((await stateOf(task.dossierId)).clock?.dueAt).toEqual(before)
    expect(await papersOf(task.dossierId)).toContain('APOLOGY_EXTENSION')
    expect(await messagesOf(task.dossierId)).toContain('apologised')
    expect((await refusalOf(perform(leader.actor, apologiseLate, { ...task, ...wish, newDueOn: '2026-12-01' }))).code).toBe(
      'settlement.apologised',
    )
  })

  test('a leader may record, with what proves it, that no apology is owed: it stays late and leaves the list', async () => {
    const task = await appraised()
    const reading = { actor: leader.actor, now: app.clock.now() }
    const owed = async () =>
      (await owingApology(database, { ...reading, now: app.clock.now() }, {}, { size: 1_000, number: 1 })).rows.some(
        ({ id }) => id === task.dossierId,
      )
    const wish = { reasonCode: 'calamity', text: 'Bão làm mất điện bốn ngày.', evidence: 'Công văn số 312/UBND-NC ngày 09/11/2026' }
    expect(await sentence(perform(leader.actor, excuseLateness, { ...task, ...wish }))).toMatch(/Hồ sơ chưa quá hạn/)
    later(9)
    expect(await owed()).toBe(true)
    expect((await refusalOf(perform(leader.actor, excuseLateness, { ...task, ...wish, evidence: '' }))).fields).toHaveProperty('evidence')
    expect((await refusalOf(perform(leader.actor, excuseLateness, { ...task, ...wish, reasonCode: 'staff-short' }))).fields).toHaveProperty(
      'reasonCode',
    )
    expect((await refusalOf(perform(specialist.actor, excuseLateness, { ...task, ...wish }))).code).toBe('access.denied')
    const papers = await papersOf(task.dossierId)
    await perform(leader.actor, excuseLateness, { ...task, ...wish })
    expect(await owed()).toBe(false)
    expect(await papersOf(task.dossierId)).toEqual(papers)
    const { rows } = await lateDossiers(
      database,
      { ...reading, now: app.clock.now() },
      { which: 'open', from: '2026-11-01', to: '2026-12-31' },
      { size: 1_000, number: 1 },
    )
    expect(rows.find(({ id }) => id === task.dossierId)).toMatchObject({ apology: 'excused' })
    expect(await sentence(perform(leader.actor, excuseLateness, { ...task, ...wish }))).toMatch(/đã được ghi nhận không phải xin lỗi/)
    // An apology is never refused because none was owed.
    await perform(leader.actor, apologiseLate, {
      ...task,
      reasonCode: 'staff-short',
      text: 'Số hồ sơ tăng đột biến.',
      newDueOn: '2026-11-30',
    })
  })

  test('one bad dossier stops nobody', async () => {
    const [bad, good] = [await appraised(), await appraised()]
    later(9)
    const failing = (async (actor: never, act: never, input: { dossierId: number }, options: never) => {
      if (input.dossierId === bad.dossierId) throw new Error('bad case')
      return perform(actor, act, input, options)
    }) as typeof perform
    const found = await recordLateness({ ...app.services, perform: failing })
    expect(found.failed).toBe(1)
    expect((await readActions(database, good.dossierId)).some(({ fact }) => fact.kind === 'transition' && fact.id === 'find-overdue')).toBe(
      true,
    )
  })
})

describe('T16: refusal after appraisal', () => {
  const wish = {
    reasonCode: 'conditions-unmet',
    text: 'Không đủ diện tích theo quy định.',
    legalBasis: 'Khoản 2 Điều 15 Nghị định 144/2020/NĐ-CP',
  }

  test('ends the clock, goes to the desk with its letter, and is returned there', async () => {
    const task = await appraised()
    await perform(leader.actor, refuseAfterAppraisal, { ...task, ...wish })
    const state = await stateOf(task.dossierId)
    expect(state).toMatchObject({ state: 'REFUSED_AFTER_APPRAISAL', outcome: 'refused', timeliness: 'early' })
    expect(state.open.map(({ kind }) => kind)).toEqual(['return'])
    expect(await papersOf(task.dossierId)).toContain('REFUSAL_LETTER')
    expect(await messagesOf(task.dossierId)).toContain('refused')
    expect((await takeStep(app, task.dossierId)).kind).toBe('return')
    expect(await stateOf(task.dossierId)).toMatchObject({ state: 'RESULT_RETURNED', outcome: 'refused' })
    expect(await sentence(perform(leader.actor, refuseAfterAppraisal, { ...task, ...wish }))).toMatch(/Chỉ từ chối giải quyết/)
  })

  test('not by who appraised it, not without its ground, not by a specialist', async () => {
    const both = await place.anOfficer('specialist')
    const roleId = (await findRoleByCode(database, 'agency-leader'))?.id
    await perform(systemActor('test'), assignRole, {
      officerId: both.id,
      roleId,
      unitId: place.desk.settlingUnitId,
      validFrom: '2026-01-01',
    })
    const own = await place.aDossierOf(both)
    expect(await sentence(perform(both.actor, refuseAfterAppraisal, { ...own, ...wish }))).toMatch(
      /Người thẩm định không được tự phê duyệt/,
    )
    expect((await refusalOf(perform(specialist.actor, refuseAfterAppraisal, { ...own, ...wish }))).code).toBe('access.denied')
    expect((await refusalOf(perform(leader.actor, refuseAfterAppraisal, { ...own, ...wish, legalBasis: '' }))).fields).toHaveProperty(
      'legalBasis',
    )
  })
})

describe('T19: stop and withdrawal', () => {
  const wish = { reasonCode: 'no-need', channel: 'counter', isIdentified: 'on' }

  test('what cannot be settled is stopped by the leader with form 05, originals go back', async () => {
    const task = await awaiting()
    const componentId = await componentOf(task.dossierId)
    const stop = { ...task, reasonCode: 'object-gone', text: 'Đối tượng của thủ tục không còn.', returnedPapers: [String(componentId)] }
    expect((await refusalOf(perform(specialist.actor, stopUnresolvable, stop))).code).toBe('access.denied')
    await perform(leader.actor, stopUnresolvable, stop)
    expect(await stateOf(task.dossierId)).toMatchObject({ state: 'UNRESOLVABLE', outcome: 'unresolvable', open: [] })
    expect(await papersOf(task.dossierId)).toContain('STOP_NOTICE')
    expect(await messagesOf(task.dossierId)).toContain('stopped')
    const component = await database
      .selectFrom('dossierComponent')
      .select('originalsReturnedAt')
      .where('id', '=', componentId)
      .executeTakeFirstOrThrow()
    expect(component.originalsReturnedAt).not.toBeNull()
    expect(await openFaults(task.dossierId)).toEqual([])
    expect(await sentence(perform(leader.actor, stopUnresolvable, stop))).toMatch(/đã kết thúc/)
  })

  test('a withdrawal freezes the clock; confirmed it ends with form 05', async () => {
    const task = await appraised()
    expect(await sentence(perform(receptionist, requestWithdrawal, { ...task, ...wish, isIdentified: '' }))).toMatch(
      /Chưa xác định được người nộp.*Điều 17/,
    )
    await perform(receptionist, requestWithdrawal, { ...task, ...wish })
    expect((await stateOf(task.dossierId)).clock?.standing).toBe('frozen')
    expect((await refusalOf(perform(receptionist, confirmWithdrawal, task))).code).toBe('access.denied')
    await perform(head.actor, confirmWithdrawal, { ...task, returnedPapers: await componentOf(task.dossierId) })
    expect(await stateOf(task.dossierId)).toMatchObject({ state: 'STOPPED_BY_APPLICANT', outcome: 'withdrawn', open: [] })
    const { data } = await database
      .selectFrom('paper')
      .select('data')
      .where('dossierId', '=', task.dossierId)
      .where('form', '=', 'STOP_NOTICE')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(data)).toMatch(/Đơn đề nghị.*01 bản chính/)
    expect(await sentence(perform(head.actor, confirmWithdrawal, task))).toMatch(/chưa đề nghị rút hồ sơ/)
  })

  test('declined it goes on where it stood, and the date is put off by the time it waited', async () => {
    const task = await appraised()
    const before = (await stateOf(task.dossierId)).clock?.dueAt
    await perform(receptionist, requestWithdrawal, { ...task, ...wish })
    later(1, '08:30')
    await perform(head.actor, declineWithdrawal, { ...task, reasonCode: 'withdrawal-revoked', text: 'Người nộp đã gọi điện xin tiếp tục.' })
    const state = await stateOf(task.dossierId)
    expect(state.state).toBe('IN_APPRAISAL')
    // From the 23rd over the holiday to the 25th.
    expect([before, state.clock?.dueAt]).toEqual([instantAt('2026-11-23', '08:30'), instantAt('2026-11-25', '08:30')])
    // It may be asked for again.
    await perform(receptionist, requestWithdrawal, { ...task, ...wish })
    expect((await stateOf(task.dossierId)).state).toBe('WITHDRAWAL_REQUESTED')
  })

  test('a withdrawal on top of an awaited supplement goes back to it', async () => {
    const task = await awaiting()
    await perform(receptionist, requestWithdrawal, { ...task, ...wish })
    await perform(head.actor, declineWithdrawal, { ...task, reasonCode: 'withdrawal-revoked', text: 'Người nộp không rút nữa.' })
    expect((await stateOf(task.dossierId)).state).toBe('AWAITING_SUPPLEMENT')
    expect((await accept(task.dossierId, brought(await openFaults(task.dossierId)))).isComplete).toBe(true)
  })

  test('what has its result cannot be withdrawn', async () => {
    const task = await appraised()
    for (let kind = ''; kind !== 'issue'; ) ({ kind } = await takeStep(app, task.dossierId))
    expect(await sentence(perform(receptionist, requestWithdrawal, { ...task, ...wish }))).toMatch(
      /đã có kết quả hoặc đã kết thúc.*Điều 21/,
    )
  })
})

describe('T7: verification', () => {
  test('has a place and a time, holds the step, ends with minutes', async () => {
    const task = await appraised()
    await perform(specialist.actor, beginVerification, {
      ...task,
      plannedOn: '2026-11-17',
      plannedTime: '08:30',
      place: 'Số 12 đường Lê Lợi',
      content: 'Kiểm tra hiện trạng cơ sở.',
    })
    expect((await stateOf(task.dossierId)).state).toBe('IN_VERIFICATION')
    expect((await refusalOf(perform(specialist.actor, completeTask, task))).code).toBe('workflow.verifying')
    later(1, '10:00')
    await perform(specialist.actor, endVerification, {
      ...task,
      participants: 'Trần Văn Thử, chủ cơ sở\nCán bộ Thử, chuyên viên, Sở Văn hóa',
      findings: 'Hiện trạng đúng hồ sơ.',
      conclusion: 'Đủ điều kiện cấp phép.',
    })
    expect((await stateOf(task.dossierId)).state).toBe('IN_APPRAISAL')
    expect(await papersOf(task.dossierId)).toContain('VERIFICATION_MINUTES')
    const input = { ...task, participants: 'A B', findings: 'Không có gì.', conclusion: 'Không có gì.' }
    expect(await sentence(perform(specialist.actor, endVerification, input))).toMatch(/không đang xác minh/)
  })
})

test('whatever was done, every dossier is what its list of actions says', async () => {
  expect((await verifyDossiers(database)).differences).toEqual([])
})
