/** Doing and taking back leaves everything as it was, keeps the chain, and says why where it cannot be. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { expectVerified, later, papersLaid, refusal, stateOf, stepsTo } from '../../../../tests/support/settling.ts'
import { takeStep } from '../../../../tests/support/take-step.ts'
import { aWorkplace, openNumber, PASSWORD, type TaskAt } from '../../../../tests/support/work.ts'
import { readActions } from '../../dossier/index.ts'
import { printIssuedPaper } from '../../papers/index.ts'
import { askTax, consult, interoperate, requestPayment } from '../../settlement/index.ts'
import { addNote, claimTask, completeTask, handOver, lastAct, openTasks, positionOf, prepareResult, sendBack, undoAct } from '../index.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const colleague = await place.anOfficer('specialist')
const other = await database
  .selectFrom('unit')
  .select('id')
  .where('kind', '=', 'division')
  .where('id', '!=', place.desk.settlingUnitId)
  .orderBy('id')
  .executeTakeFirstOrThrow()
await place.anOfficer('division-head', other.id)
const reason = 'Bấm nhầm hồ sơ.'

async function takeBack(dossierId: number, actor = specialist.actor) {
  const act = lastAct(await readActions(database, dossierId))
  return perform(actor, undoAct, { dossierId, from: act?.from, reason })
}

/** All that is computed, but for the list's own length and head. */
async function standing(dossierId: number) {
  const actions = await readActions(database, dossierId)
  const { actionCount: _, chainHead: __, ...state } = await stateOf(app, dossierId)
  const rows = await database
    .selectFrom('task')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('closedAt', 'is', null)
    .orderBy('number')
    .execute()
  const row = await database.selectFrom('dossier').selectAll().where('id', '=', dossierId).executeTakeFirstOrThrow()
  const { actionCount: ___, chainHead: ____, ...columns } = row
  return { state, open: openTasks(actions), tokens: positionOf(actions).tokens, rows, columns }
}

const ACTS: Record<string, (task: TaskAt) => Promise<unknown>> = {
  complete: async (task) => {
    const prepared = await database.selectFrom('dossierResult').select('id').where('dossierId', '=', task.dossierId).executeTakeFirst()
    return prepared && perform(specialist.actor, completeTask, task)
  },
  'hand over': (task) => perform(specialist.actor, handOver, { ...task, toOfficerId: colleague.id, reason: 'Đi họp cả ngày.' }),
  'ask for payment': (task) =>
    perform(specialist.actor, requestPayment, { dossierId: task.dossierId, amount: 500_000, reasonCode: 'fee-due', noticeNumber: '1/TB' }),
  'ask tax': (task) =>
    perform(specialist.actor, askTax, {
      dossierId: task.dossierId,
      agency: 'Thuế cơ sở 1',
      content: 'Xác định khoản nộp.',
      workingDays: 3,
    }),
  consult: (task) =>
    perform(specialist.actor, consult, {
      dossierId: task.dossierId,
      way: 'electronic',
      legs: [{ unitId: other.id, content: 'Cho ý kiến về địa điểm.', workingDays: 2 }],
    }),
  interoperate: (task) =>
    perform(specialist.actor, interoperate, {
      dossierId: task.dossierId,
      way: 'paper',
      legs: [{ unitId: other.id, content: 'Phối hợp giải quyết.', workingDays: 2 }],
    }),
}

describe('what is done and taken back', () => {
  test('any list of acts, each taken back: state, dates, tasks, clocks and columns as before; the chain holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ act: fc.constantFrom(...Object.keys(ACTS)), minutes: fc.integer({ min: 0, max: 25 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (list) => {
          const task = await place.aDossierOf(specialist)
          await perform(specialist.actor, prepareResult, { ...task, name: 'Giấy phép thử nghiệm' })
          for (const { act, minutes } of list) {
            const before = await standing(task.dossierId)
            const actions = await readActions(database, task.dossierId)
            await ACTS[act]?.({ dossierId: task.dossierId, code: task.code, taskNumber: task.taskNumber })
            later(app, minutes)
            await takeBack(task.dossierId)
            expect(await standing(task.dossierId), act).toEqual(before)
            // Nothing was taken out of the list.
            expect((await readActions(database, task.dossierId)).slice(0, actions.length)).toEqual(actions)
          }
          // And it goes on as any other.
          await perform(specialist.actor, completeTask, task)
        },
      ),
      { numRuns: 12 },
    )
    await expectVerified(app)
  }, 180_000)

  test('claim and sending back too; numbers of tasks are not used twice, and the dossier goes on to its end', async () => {
    const task = await place.aDossier()
    const head = await place.anOfficer('division-head')
    const before = await standing(task.dossierId)
    await perform(head.actor, claimTask, task)
    await takeBack(task.dossierId, head.actor)
    expect(await standing(task.dossierId)).toEqual(before)
    await stepsTo(app, task.dossierId, 'review')
    const number = await openNumber(app, task.dossierId)
    const row = await database
      .selectFrom('task')
      .select('node')
      .where('dossierId', '=', task.dossierId)
      .where('kind', '=', 'appraisal')
      .executeTakeFirstOrThrow()
    await perform(head.actor, claimTask, { dossierId: task.dossierId, taskNumber: number })
    const reviewing = await standing(task.dossierId)
    await perform(head.actor, sendBack, { dossierId: task.dossierId, taskNumber: number, toNode: row.node, reason: 'Cần bổ sung căn cứ.' })
    await takeBack(task.dossierId, head.actor)
    expect(await standing(task.dossierId)).toEqual(reviewing)
    await stepsTo(app, task.dossierId, 'return')
    await takeStep(app, task.dossierId)
    await expectVerified(app)
  })
})

test('papers are void with their numbers kept, messages withdrawn, rows say so', async () => {
  const { dossierId } = await place.aDossierOf(specialist)
  await ACTS['ask for payment']?.({ dossierId, code: '', taskNumber: 0 })
  await takeBack(dossierId)
  const paper = await database
    .selectFrom('paper')
    .select(['id', 'number', 'voidedAt'])
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow()
  expect(paper.voidedAt).not.toBeNull()
  expect(await refusal(perform(specialist.actor, printIssuedPaper, { paperId: paper.id }))).toMatchObject({ code: 'papers.voided' })
  const message = await database.selectFrom('outgoingMessage').select('state').where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
  expect(message.state).toBe('withdrawn')
  await ACTS['ask for payment']?.({ dossierId, code: '', taskNumber: 0 })
  const papers = await database.selectFrom('paper').select('number').where('dossierId', '=', dossierId).orderBy('id').execute()
  expect(papers[1]?.number).toBe((papers[0]?.number ?? 0) + 1)
  expect(await papersLaid(app, dossierId)).toEqual(['FINANCIAL_NOTICE', 'FINANCIAL_NOTICE'])
  await expectVerified(app)
})

describe('what cannot be taken back says why', () => {
  test('sent, printed, seen by the other agency, issued, noted', async () => {
    const sent = await place.aDossierOf(specialist)
    await ACTS['ask for payment']?.(sent)
    await app.handle.pool.query(`update outgoing_message set state = 'sent' where dossier_id = $1`, [sent.dossierId])
    expect(await refusal(takeBack(sent.dossierId))).toMatchObject({ code: 'workflow.undo-sent' })
    const printed = await place.aDossierOf(specialist)
    await ACTS['ask for payment']?.(printed)
    await app.handle.pool.query(`update paper set print_count = 1 where dossier_id = $1`, [printed.dossierId])
    expect(await refusal(takeBack(printed.dossierId))).toMatchObject({ code: 'workflow.undo-printed' })
    const seen = await place.aDossierOf(specialist)
    await ACTS.consult?.(seen)
    await app.handle.pool.query(`update leg set acknowledged_at = now() where dossier_id = $1`, [seen.dossierId])
    expect(await refusal(takeBack(seen.dossierId))).toMatchObject({ code: 'settlement.leg-seen' })
    const issued = await place.aDossier()
    await stepsTo(app, issued.dossierId, 'return')
    expect(await refusal(takeBack(issued.dossierId, { kind: 'system', name: 'test' } as never))).toMatchObject({
      code: 'workflow.not-undoable',
    })
    await takeStep(app, issued.dossierId)
    expect(await refusal(takeBack(issued.dossierId, { kind: 'system', name: 'test' } as never))).toMatchObject({
      code: 'workflow.not-undoable',
    })
    const fresh = await place.aDossier()
    expect(await refusal(takeBack(fresh.dossierId, { kind: 'system', name: 'test' } as never))).toMatchObject({
      code: 'workflow.not-undoable',
    })
    const noted = await place.aDossierOf(specialist)
    await perform(specialist.actor, addNote, { dossierId: noted.dossierId, text: 'Đã gọi điện.' })
    expect(await refusal(takeBack(noted.dossierId))).toMatchObject({ code: 'workflow.not-undoable' })
  })

  test('somebody else without the right, the doer after her time, a page that is out of date; a leader may', async () => {
    const task = await place.aDossierOf(specialist)
    await perform(specialist.actor, handOver, { ...task, toOfficerId: colleague.id, reason: 'Đi họp cả ngày.' })
    expect(await refusal(takeBack(task.dossierId, colleague.actor))).toMatchObject({ code: 'access.denied' })
    expect(await refusal(perform(specialist.actor, undoAct, { dossierId: task.dossierId, from: 1, reason }))).toMatchObject({
      code: 'record.changed',
    })
    later(app, 31)
    expect(await refusal(takeBack(task.dossierId))).toMatchObject({ code: 'workflow.undo-too-late' })
    const leader = await place.anOfficer('division-head')
    await takeBack(task.dossierId, leader.actor)
    expect(openTasks(await readActions(database, task.dossierId))).toMatchObject([{ assigneeId: specialist.id }])
    // Two people at the same moment: once.
    await perform(specialist.actor, handOver, { ...task, toOfficerId: colleague.id, reason: 'Đi họp cả ngày.' })
    const from = lastAct(await readActions(database, task.dossierId))?.from
    const both = await Promise.allSettled(
      [specialist, leader].map(({ actor }) => perform(actor, undoAct, { dossierId: task.dossierId, from, reason })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectVerified(app)
  })
})

test('through the page, with the reason kept in the course', async () => {
  const task = await place.aDossierOf(specialist)
  await ACTS.consult?.(task)
  const browser = browsing(app.server)
  await browser.signIn(specialist.username, PASSWORD)
  expect((await browser.open(`/ho-so/${task.code}?phan=qua-trinh`)).html).toContain(`/ho-so/${task.code}/hoan-tac`)
  const page = await browser.open(`/ho-so/${task.code}/hoan-tac`)
  expect(page.html).toContain('Lấy ý kiến cơ quan liên quan')
  const from = /name="from" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  expect((await browser.send(`/ho-so/${task.code}/hoan-tac`, { from, reason: '' })).status).toBe(422)
  const done = await browser.send(`/ho-so/${task.code}/hoan-tac`, { from, reason })
  expect(done.status).toBe(200)
  expect(done.html).toContain('Hoàn tác: Lấy ý kiến cơ quan liên quan')
  expect(done.html).toContain(reason)
  expect((await stateOf(app, task.dossierId)).state).toBe('IN_APPRAISAL')
})
